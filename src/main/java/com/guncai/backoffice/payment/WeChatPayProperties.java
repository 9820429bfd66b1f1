package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.Masked;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The merchant's account at WeChat Pay (APIv3). All from pay.weixin.qq.com, 账户中心 → API安全.
 *
 * @param merchantId 商户号
 * @param merchantSerialNumber serial number of the merchant's API certificate, hex
 * @param merchantPrivateKey apiclient_key.pem: the text itself, PKCS#8 PEM
 * @param apiV3Key the 32 characters that encrypt notifications
 * @param verification how WeChat Pay's signatures are checked: by its public key (new merchants) or by its certificates,
 *     which are downloaded
 * @param publicKeyId PUB_KEY_ID_…; with PUBLIC_KEY
 * @param publicKey pub_key.pem: the text itself; with PUBLIC_KEY
 * @param apiHostUrl where the API is; the SDK signs requests and checks answers for hosts of mch.weixin.qq.com only, so
 *     no other is taken
 * @param notifyBaseUrl public https address of this application, without a path; notifications come to
 *     {@code /api/v1/callbacks/wechat-pay/payments} and {@code …/refunds} below it
 */
@Validated
@ConfigurationProperties("backoffice.wechat-pay")
record WeChatPayProperties(
        @NotBlank String merchantId,
        @NotBlank String merchantSerialNumber,
        @NotBlank String merchantPrivateKey,
        @NotBlank @Size(min = 32, max = 32) String apiV3Key,
        @DefaultValue("PUBLIC_KEY") Verification verification,
        @Nullable String publicKeyId,
        @Nullable String publicKey,
        @DefaultValue("https://api.mch.weixin.qq.com")
                @Pattern(regexp = "https?://[a-z0-9-]+\\.mch\\.weixin\\.qq\\.com(:\\d+)?")
                String apiHostUrl,
        @NotBlank @Pattern(regexp = "https?://[^/?#]+") String notifyBaseUrl) {

    enum Verification {
        PUBLIC_KEY,
        CERTIFICATE
    }

    @AssertTrue(message = "publicKeyId and publicKey are needed with verification=PUBLIC_KEY")
    boolean isPublicKeyGiven() {
        return verification == Verification.CERTIFICATE
                || (publicKeyId != null && !publicKeyId.isBlank() && publicKey != null && !publicKey.isBlank());
    }

    /** Where WeChat Pay sends the notifications of payments. */
    String paymentNotificationUrl() {
        return notifyBaseUrl + PaymentCallbacks.PATH;
    }

    /** Where WeChat Pay sends the notifications of refunds. */
    String refundNotificationUrl() {
        return notifyBaseUrl + WeChatRefunds.NOTIFICATION_PATH;
    }

    /** Keys never reach a log. */
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
