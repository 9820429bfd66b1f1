package com.guncai.backoffice.notification;

import com.guncai.backoffice.shared.Masked;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The account at Aliyun SMS.
 *
 * @param accessKeyId of a RAM user that may send and query SMS and nothing else
 * @param accessKeySecret its secret
 * @param endpoint host, with a port where it is not the protocol's own
 * @param protocol HTTPS; HTTP only against a sandbox
 * @param signName the approved signature (短信签名) that stands in front of each message
 * @param connectTimeout until the connection stands
 * @param readTimeout until the answer is there; a message whose answer never came is looked up before it is sent again
 * @param pause how long this node leaves Aliyun alone once the account cannot send (no money, quota of the day reached)
 * @param ownersAtATime how many owners of a batch of coupons are told before the diagram pauses; divided by the pause it
 *     has to stay below what Aliyun takes from the account
 * @param reportToken what Aliyun has to send as query parameter {@code token} with its delivery reports, which are not
 *     signed; without one, only reports from this machine are taken
 */
@Validated
@ConfigurationProperties("backoffice.sms")
record SmsProperties(
        @NotBlank String accessKeyId,
        @NotBlank String accessKeySecret,
        @NotBlank @DefaultValue("dysmsapi.aliyuncs.com") String endpoint,
        @Pattern(regexp = "HTTPS?") @DefaultValue("HTTPS") String protocol,
        @NotBlank String signName,
        @NotNull @DefaultValue("3s") Duration connectTimeout,
        @NotNull @DefaultValue("8s") Duration readTimeout,
        @NotNull @DefaultValue("15m") Duration pause,
        @Min(1) @Max(1000) @DefaultValue("100") int ownersAtATime,
        @Nullable String reportToken) {

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
