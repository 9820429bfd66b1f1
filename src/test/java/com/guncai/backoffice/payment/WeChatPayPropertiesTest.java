package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.payment.WeChatPayProperties.Verification;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatPayPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.mch.weixin.qq.com",
                "https://api2.mch.weixin.qq.com",
                "http://sandbox.mch.weixin.qq.com:18080"
            })
    void hostsThatTheSdkSignsForAreTaken(String host) {
        assertThat(violations(properties(host, Verification.PUBLIC_KEY, "PUB_KEY_ID_1", "pem")))
                .isEmpty();
    }

    /** The SDK sends unsigned requests to any other host and believes whatever it answers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "https://evil.example/.mch.weixin.qq.com",
                "https://api.mch.weixin.qq.com.evil.example",
                "https://api.mch.weixin.qq.com/"
            })
    void noOtherHostIsTaken(String host) {
        assertThat(violations(properties(host, Verification.PUBLIC_KEY, "PUB_KEY_ID_1", "pem")))
                .containsExactly("apiHostUrl");
    }

    @Test
    void thePublicKeyIsNeededUnlessCertificatesAreUsed() {
        var host = "https://api.mch.weixin.qq.com";
        assertThat(violations(properties(host, Verification.PUBLIC_KEY, null, null)))
                .containsExactly("publicKeyGiven");
        assertThat(violations(properties(host, Verification.CERTIFICATE, null, null)))
                .isEmpty();
    }

    @Test
    void keysDoNotShow() {
        assertThat(properties("https://api.mch.weixin.qq.com", Verification.CERTIFICATE, null, null)
                        .toString())
                .isEqualTo(
                        "WeChatPayProperties[merchantId=1900000001, merchantSerialNumber=***, merchantPrivateKey=***, apiV3Key=***,"
                                + " verification=CERTIFICATE, publicKeyId=null, publicKey=null, apiHostUrl=***, notifyBaseUrl=***]");
    }

    private static List<String> violations(WeChatPayProperties properties) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(properties).stream()
                    .map(ConstraintViolation::getPropertyPath)
                    .map(Object::toString)
                    .toList();
        }
    }

    private static WeChatPayProperties properties(
            String host, Verification verification, String publicKeyId, String publicKey) {
        return new WeChatPayProperties(
                "1900000001",
                "5F3A",
                "pem",
                "0123456789abcdef0123456789abcdef",
                verification,
                publicKeyId,
                publicKey,
                host,
                "https://backoffice.example.com");
    }
}
