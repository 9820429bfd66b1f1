package com.guncai.backoffice.sandbox;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.teaopenapi.models.Config;
import com.github.binarywang.wxpay.config.WxPayConfig;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.WxPayService;
import com.github.binarywang.wxpay.service.impl.WxPayServiceImpl;
import com.guncai.backoffice.sandbox.aliyun.AliyunSms;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechatpay.Merchant;
import java.nio.charset.StandardCharsets;

/** The real SDKs, configured as the application configures them. */
final class SdkClients {
    private SdkClients() {}

    static WxPayService pay(Providers providers) throws WxPayException {
        var config = payConfig(providers);
        config.setPublicKeyId(Merchant.PUBLIC_KEY_ID);
        config.setPublicKeyContent(Merchant.only().platformPublicKeyPem().getBytes(StandardCharsets.UTF_8));
        config.setFullPublicKeyModel(true);
        config.setApiV3HttpClientBuilderCustomizer(SandboxDns.customizer());
        return service(config);
    }

    /** The SDK downloads certificates with a client of its own that only a proxy can lead to the sandbox. */
    static WxPayService payWithCertificates(Providers providers) throws WxPayException {
        var config = payConfig(providers);
        config.setHttpProxyHost("127.0.0.1");
        config.setHttpProxyPort(providers.server.port());
        return service(config);
    }

    static WxMaService miniApp(Providers providers, boolean stableToken) {
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(WeChat.APP_ID);
        config.setSecret(WeChat.SECRET);
        config.setApiHostUrl("http://127.0.0.1:" + providers.server.port());
        config.useStableAccessToken(stableToken);
        var service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        service.setMaxRetryTimes(0);
        return service;
    }

    static Client sms(Providers providers, String secret) throws Exception {
        return new Client(new Config()
                .setAccessKeyId(AliyunSms.ACCESS_KEY_ID)
                .setAccessKeySecret(secret)
                .setEndpoint("127.0.0.1:" + providers.server.port())
                .setProtocol("HTTP"));
    }

    private static WxPayConfig payConfig(Providers providers) {
        var config = new WxPayConfig();
        config.setAppId(WeChat.APP_ID);
        config.setMchId(Merchant.ID);
        config.setCertSerialNo(Merchant.only().serial());
        config.setPrivateKeyContent(Merchant.only().privateKeyPem().getBytes(StandardCharsets.UTF_8));
        config.setApiV3Key(Merchant.API_V3_KEY);
        config.setApiHostUrl("http://" + SandboxDns.PAY_HOST + ":" + providers.server.port());
        return config;
    }

    private static WxPayService service(WxPayConfig config) throws WxPayException {
        config.initApiV3HttpClient();
        var service = new WxPayServiceImpl();
        service.setConfig(config);
        return service;
    }
}
