package com.guncai.backoffice.customer;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** WxJava's mini-app client. Stable access tokens, so that several nodes share one without invalidating each other's. */
@Configuration(proxyBeanMethods = false)
class WeChatConfiguration {

    @Bean
    WxMaService wxMaService(WeChatProperties properties) {
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(properties.appId());
        config.setSecret(properties.secret());
        config.setApiHostUrl(properties.apiHostUrl());
        config.useStableAccessToken(true);
        config.setMsgDataFormat("JSON");
        var service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        // The default retries block a request for half a minute; callers have their own way to come back.
        service.setMaxRetryTimes(1);
        service.setRetrySleepMillis(200);
        return service;
    }
}
