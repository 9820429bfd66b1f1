package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.Masked;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mini-program at WeChat.
 *
 * @param appId of the mini-program
 * @param secret its app secret
 * @param apiHostUrl where WeChat's servers are
 */
@Validated
@ConfigurationProperties("backoffice.wechat")
record WeChatProperties(
        @NotBlank String appId,
        @NotBlank String secret,
        @NotBlank @DefaultValue("https://api.weixin.qq.com") String apiHostUrl) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
