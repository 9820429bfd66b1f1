package com.guncai.backoffice.payment;

import com.github.binarywang.wxpay.config.HttpClientBuilderCustomizer;
import com.github.binarywang.wxpay.config.WxPayConfig;
import com.github.binarywang.wxpay.service.WxPayService;
import com.github.binarywang.wxpay.service.impl.WxPayServiceImpl;
import com.github.binarywang.wxpay.v3.WxPayV3HttpClientBuilder;
import com.github.binarywang.wxpay.v3.auth.AutoUpdateCertificatesVerifier;
import com.github.binarywang.wxpay.v3.auth.PrivateKeySigner;
import com.github.binarywang.wxpay.v3.auth.Verifier;
import com.github.binarywang.wxpay.v3.auth.WxPayCredentials;
import com.github.binarywang.wxpay.v3.util.PemUtils;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.HttpClientBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The SDK's client of WeChat Pay, put together here because its own construction has two connections a host, no
 * time-outs on the certificate download, and lets the application not start while WeChat Pay is down.
 */
@Configuration(proxyBeanMethods = false)
class WeChatPayConfiguration {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 8_000;
    private static final int CERTIFICATES_NEVER_UPDATE_THEMSELVES = Integer.MAX_VALUE;

    @Bean
    WxPayService wxPayService(
            WeChatPayProperties properties,
            @Value("${backoffice.wechat.app-id}") String appId,
            ObjectProvider<HttpClientBuilderCustomizer> customizers,
            Clock clock) {
        var privateKey = pem("merchant-private-key", properties.merchantPrivateKey(), PemUtils::loadPrivateKey);
        var verifier = verifier(properties, privateKey, customizers, clock);
        var client = WxPayV3HttpClientBuilder.create()
                .withMerchant(properties.merchantId(), properties.merchantSerialNumber(), privateKey)
                .withValidator(new ResponseSignatureValidator(verifier));
        prepare(client, customizers);

        var config = new WxPayConfig();
        config.setApiHostUrl(properties.apiHostUrl());
        config.setAppId(appId);
        config.setMchId(properties.merchantId());
        config.setCertSerialNo(properties.merchantSerialNumber());
        config.setPrivateKey(privateKey);
        config.setApiV3Key(properties.apiV3Key());
        config.setPublicKeyId(publicKeyId(properties));
        config.setVerifier(verifier);
        config.setNotifyUrl(properties.paymentNotificationUrl());
        config.setHttpConnectionTimeout(CONNECT_MILLIS);
        config.setHttpTimeout(READ_MILLIS);
        config.setApiV3HttpClient(client.build());
        var service = new WxPayServiceImpl();
        service.setConfig(config);
        return service;
    }

    private static Verifier verifier(
            WeChatPayProperties properties,
            PrivateKey privateKey,
            ObjectProvider<HttpClientBuilderCustomizer> customizers,
            Clock clock) {
        var publicKeyId = publicKeyId(properties);
        if (publicKeyId != null) {
            return new PublicKeyVerifier(
                    publicKeyId, pem("public-key", String.valueOf(properties.publicKey()), PemUtils::loadPublicKey));
        }
        var merchant = new WxPayCredentials(
                properties.merchantId(), new PrivateKeySigner(properties.merchantSerialNumber(), privateKey));
        return new CertificateVerifier(
                () ->
                        new AutoUpdateCertificatesVerifier(
                                merchant,
                                properties.apiV3Key().getBytes(StandardCharsets.UTF_8),
                                CERTIFICATES_NEVER_UPDATE_THEMSELVES,
                                properties.apiHostUrl()) {
                            @Override
                            public void customHttpClientBuilder(WxPayV3HttpClientBuilder builder) {
                                // The SDK never closes this client, so its connection must not outlive the answer.
                                builder.setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE);
                                prepare(builder, customizers);
                            }
                        },
                clock);
    }

    private static void prepare(HttpClientBuilder client, ObjectProvider<HttpClientBuilderCustomizer> customizers) {
        client.setMaxConnPerRoute(50)
                .setMaxConnTotal(100)
                .setConnectionTimeToLive(1, TimeUnit.MINUTES)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setSocketTimeout(READ_MILLIS)
                        .build());
        customizers.orderedStream().forEach(customizer -> customizer.customize(client));
    }

    private static @Nullable String publicKeyId(WeChatPayProperties properties) {
        return properties.verification() == WeChatPayProperties.Verification.PUBLIC_KEY
                ? properties.publicKeyId()
                : null;
    }

    private static <T> T pem(String property, String text, Function<InputStream, T> load) {
        try {
            return load.apply(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("backoffice.wechat-pay." + property + " is no such PEM key", unreadable);
        }
    }
}
