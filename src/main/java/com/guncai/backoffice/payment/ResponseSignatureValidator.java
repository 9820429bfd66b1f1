package com.guncai.backoffice.payment;

import com.github.binarywang.wxpay.v3.Validator;
import com.github.binarywang.wxpay.v3.auth.Verifier;
import com.github.binarywang.wxpay.v3.auth.WxPayValidator;
import java.io.IOException;
import org.apache.http.HttpStatus;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.entity.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is WeChat Pay's. The SDK's check lets everything pass that does not call itself JSON and stumbles over
 * an empty answer without a type; here an answer with content is signed JSON, or it is none.
 */
class ResponseSignatureValidator implements Validator {
    private final WxPayValidator signed;

    ResponseSignatureValidator(Verifier verifier) {
        this.signed = new WxPayValidator(verifier);
    }

    @Override
    public boolean validate(CloseableHttpResponse answer) throws IOException {
        var type = answer.getFirstHeader("Content-Type");
        if (answer.getStatusLine().getStatusCode() == HttpStatus.SC_NO_CONTENT) {
            return type == null || signed.validate(answer);
        }
        return type != null && isJson(type.getValue()) && signed.validate(answer);
    }

    private static boolean isJson(@Nullable String type) {
        return ContentType.APPLICATION_JSON
                .getMimeType()
                .equals(ContentType.parse(String.valueOf(type)).getMimeType());
    }
}
