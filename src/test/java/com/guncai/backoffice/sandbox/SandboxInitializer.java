package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.aliyun.AliyunSms;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.sandbox.wechatpay.Merchant;
import com.guncai.backoffice.sandbox.wechatpay.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Starts the sandbox with each application context and tells the application where it is.
 *
 * <ul>
 *   <li>{@code sandbox.enabled=false} leaves the context alone;
 *   <li>{@code sandbox.shared=true} makes contexts share one sandbox, as nodes of one application do.
 * </ul>
 */
public class SandboxInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A machine that is switched off loses no more than this of the sandbox's memory. */
    private static final Duration KEEP_EVERY = Duration.ofSeconds(10);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.getProperty("sandbox.enabled", Boolean.class, true)) return;
        var shared = environment.getProperty("sandbox.shared", Boolean.class, false);
        var providers = shared ? Providers.shared() : new Providers();
        tell(environment, providers);
        var verification = environment.getProperty("backoffice.wechat-pay.verification", Verification.class);
        if (verification != null) providers.weChatPay.notices().verifiedBy(verification);
        var token = environment.getProperty("backoffice.sms.report-token", "");
        if (!token.isEmpty()) providers.reportTo(Providers.REPORT_PATH + "?token=" + token);
        var memory = shared ? SandboxMemory.none() : SandboxMemory.beside(environment, providers);
        memory.recall();
        // The engine's clock belongs to the JVM, too, and must not fall behind what earlier contexts or tests advanced.
        ClockUtil.offset(providers.clock.offset().toMillis());
        providers.every(KEEP_EVERY, memory::keep);
        context.getBeanFactory().registerSingleton("sandboxProviders", providers);
        context.getBeanFactory().registerSingleton("sandboxScan", new WithoutTests());
        followServer(context, providers);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> {
            if (closed.getApplicationContext() != context) return;
            memory.keep();
            if (!shared) providers.close();
        });
    }

    /** Notices go to the port the application really listens on. */
    private static void followServer(ConfigurableApplicationContext context, Providers providers) {
        context.addApplicationListener((ApplicationListener<WebServerInitializedEvent>) started -> {
            if (started.getApplicationContext() != context) return;
            var port = started.getWebServer().getPort();
            providers.nodes.add(port);
            context.addApplicationListener(
                    (ApplicationListener<ContextClosedEvent>) closed -> providers.nodes.remove(port));
        });
    }

    /** Below the command line and a test's own properties, above the application's files. */
    private static void tell(ConfigurableEnvironment environment, Providers providers) {
        var sources = environment.getPropertySources();
        try {
            for (var demo :
                    new YamlPropertySourceLoader().load("sandbox-demo", new ClassPathResource("sandbox/demo.yaml")))
                sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, demo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sources.addAfter(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new MapPropertySource("sandbox", addresses(providers.server.port())));
    }

    private static Map<String, Object> addresses(int port) {
        var merchant = Merchant.only();
        var properties = new HashMap<String, Object>();
        properties.put("backoffice.wechat.app-id", WeChat.APP_ID);
        properties.put("backoffice.wechat.secret", WeChat.SECRET);
        properties.put("backoffice.wechat.api-host-url", "http://127.0.0.1:" + port);
        var pay = "backoffice.wechat-pay.";
        properties.put(pay + "merchant-id", Merchant.ID);
        properties.put(pay + "merchant-serial-number", merchant.serial());
        properties.put(pay + "merchant-private-key", merchant.privateKeyPem());
        properties.put(pay + "api-v3-key", Merchant.API_V3_KEY);
        properties.put(pay + "verification", Verification.PUBLIC_KEY.name());
        properties.put(pay + "public-key-id", Merchant.PUBLIC_KEY_ID);
        properties.put(pay + "public-key", merchant.platformPublicKeyPem());
        properties.put(pay + "api-host-url", "http://" + SandboxDns.PAY_HOST + ":" + port);
        properties.put(pay + "notify-base-url", "http://backoffice.sandbox");
        properties.put("backoffice.sms.access-key-id", AliyunSms.ACCESS_KEY_ID);
        properties.put("backoffice.sms.access-key-secret", AliyunSms.ACCESS_KEY_SECRET);
        properties.put("backoffice.sms.endpoint", "127.0.0.1:" + port);
        properties.put("backoffice.sms.protocol", "HTTP");
        properties.put("backoffice.sms.sign-name", AliyunSms.SIGN_NAME);
        return properties;
    }
}
