package com.guncai.backoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.Json;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The control calls and the page, in two contexts that share a sandbox, without the application behind them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlsTest {
    private ConfigurableApplicationContext first;
    private ConfigurableApplicationContext second;
    private Json api;

    @BeforeAll
    void start() {
        first = node();
        second = node();
        api = Json.at(port(first));
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
    }

    @Test
    void aUserGetsFreshCodes() {
        var user = api.post("/sandbox/wechat/users", Map.of("phone", "13800138000"))
                .is(200);
        assertThat(user.text("/phone")).isEqualTo("13800138000");
        var codes = api.post("/sandbox/wechat/users/" + user.text("/openid") + "/codes")
                .is(200);
        assertThat(codes.text("/loginCode")).isNotEqualTo(user.text("/loginCode"));
        assertThat(api.post("/sandbox/wechat/users").is(200).text("/phone")).matches("1[3-9]\\d{9}");
        api.post("/sandbox/wechat/users", Map.of("phone", "12")).is(400);
        api.post("/sandbox/wechat/users/unknown/codes").is(404);
    }

    @Test
    void anUnknownOrderCannotBePaid() {
        api.post("/sandbox/wechat-pay/payments", Map.of("orderNo", "unknown")).is(404);
        api.get("/sandbox/wechat-pay/orders/unknown").is(404);
        assertThat(api.get("/sandbox/wechat-pay/refunds").is(200).json()).isEmpty();
    }

    @Test
    void faultsAreKeptUntilTheyHappened() {
        var fault = Map.of("target", "wechat-pay", "fault", "refuse", "code", "NOT_ENOUGH", "times", 2);
        api.post("/sandbox/faults", fault).is(200);
        assertThat(Json.at(port(second)).get("/sandbox/faults").text("/0/target"))
                .isEqualTo("wechat-pay");
        api.post("/sandbox/faults", Map.of("target", "nobody", "fault", "refuse"))
                .is(400);
        api.post("/sandbox/faults", Map.of("target", "sms", "fault", "refuse", "times", 0))
                .is(400);
        first.getBean(Sandbox.class).reset();
        assertThat(api.get("/sandbox/faults").json()).isEmpty();
    }

    @Test
    void timeMovesForwardInBothContexts() {
        var before = Json.at(port(second)).get("/sandbox/clock").text("/now");
        var after = api.post("/sandbox/clock", Map.of("advance", "PT31M")).is(200);
        assertThat(after.text("/dueJobsLeft")).isEqualTo("0");
        assertThat(OffsetDateTime.parse(
                        Json.at(port(second)).get("/sandbox/clock").text("/now")))
                .isAfterOrEqualTo(OffsetDateTime.parse(before).plusMinutes(31));
        api.post("/sandbox/clock", Map.of("advance", "-PT1M")).is(400);
    }

    @Test
    void thePageIsThere() {
        assertThat(api.get("/sandbox").is(200).body()).contains("沙箱手机");
        for (var asset : List.of("js/main.js", "css/phone.css"))
            api.get("/sandbox/" + asset).is(200);
    }

    @Test
    void theApplicationLearnsWhereTheProvidersAre() {
        var environment = first.getEnvironment();
        assertThat(environment.getProperty("backoffice.wechat-pay.api-host-url"))
                .matches("http://sandbox\\.mch\\.weixin\\.qq\\.com:\\d+")
                .isEqualTo(second.getEnvironment().getProperty("backoffice.wechat-pay.api-host-url"));
        assertThat(environment.getProperty("backoffice.sms.sign-name")).isEqualTo("from the test");
    }

    private static ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(OnlyTheSandbox.class)
                .properties("spring.config.location=optional:classpath:/none/")
                .run("--server.port=0", "--sandbox.shared=true", "--backoffice.sms.sign-name=from the test");
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** No stereotype: the application scans these packages when it runs with the sandbox. */
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        SecurityAutoConfiguration.class
    })
    @Import({
        SandboxConfiguration.class,
        SandboxPage.class,
        Sandbox.class,
        TimeMachine.class,
        WeChatControls.class,
        WeChatPayControls.class,
        TesterControls.class,
        ControlProblems.class
    })
    static class OnlyTheSandbox {}
}
