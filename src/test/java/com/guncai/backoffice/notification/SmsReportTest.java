package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.notification.SmsSender.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Delivery reports come from the open internet, without a signature. */
class SmsReportTest extends NotificationTest {
    private static final String PATH = "/callbacks/aliyun-sms/reports";

    @Autowired
    private SmsReports reports;

    @Autowired
    private MessageMetrics metrics;

    @Autowired
    private MeterRegistry registry;

    @Test
    void aReportSettlesAMessageAndAnswersAsAliyunWants() throws Exception {
        sent("9006^1");
        withoutToken()
                .perform(reported(report("9006^1", true, "DELIVERED")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value(0))
                .andExpect(jsonPath("$.msg").value("接收成功"));
        assertThat(only().status()).isEqualTo(Message.Status.DELIVERED);
    }

    @Test
    void onlyTheFirstReportCounts() throws Exception {
        sent("9006^2");
        var mvc = withoutToken();
        mvc.perform(reported(report("9006^2", false, "MOBILE_NOT_ON_SERVICE"))).andExpect(status().isOk());
        mvc.perform(reported(report("9006^2", true, "DELIVERED"))).andExpect(status().isOk());
        assertThat(only().status()).isEqualTo(Message.Status.FAILED);
        assertThat(only().code()).isEqualTo("MOBILE_NOT_ON_SERVICE");
    }

    @Test
    void aMessageReportedAsLostIsNotSentAgainByItsStep() throws Exception {
        sent("9006^3");
        withoutToken()
                .perform(reported(report("9006^3", false, "MOBILE_NOT_ON_SERVICE")))
                .andExpect(status().isOk());
        messageProcess.sendToCustomer(orderNo, "CUSTOMER_ORDER_COMPLETED");
        assertThat(sms.sent).hasSize(1);
    }

    @Test
    void aReportOfAnUnknownMessageChangesNothing() throws Exception {
        sent("9006^4");
        withoutToken()
                .perform(reported(report("somebody-elses", true, "DELIVERED")))
                .andExpect(status().isOk());
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
    }

    @Test
    void eachReportOfAPushSettlesItsOwnMessage() throws Exception {
        sent("9006^8");
        nextStep();
        sent("9006^9");
        var unknown = registry.counter("messages.reported", "outcome", "unknown");
        var before = unknown.count();
        withoutToken()
                .perform(
                        reported(
                                """
                        [{"biz_id":"9006^9","success":false,"err_code":"REJECT"},{"biz_id":"nobody's","success":true},
                         {"success":true},{"biz_id":" ","success":true},
                         {"biz_id":"9006^8","success":true},{"biz_id":"9006^8","success":false}]"""))
                .andExpect(status().isOk());
        assertThat(written())
                .extracting(Message::status)
                .containsExactly(Message.Status.DELIVERED, Message.Status.FAILED);
        assertThat(unknown.count()).isEqualTo(before + 3);
    }

    @Test
    void withATokenConfiguredNothingElseOpens() throws Exception {
        sent("9006^5");
        var before = registry.counter("messages.reported", "outcome", "forged").count();
        var mvc = mvc("let-me-in");
        var report = report("9006^5", true, "DELIVERED");
        mvc.perform(reported(report)).andExpect(status().isForbidden());
        mvc.perform(reported(report).queryParam("token", "let-me")).andExpect(status().isForbidden());
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
        assertThat(registry.counter("messages.reported", "outcome", "forged").count())
                .isEqualTo(before + 2);
        mvc.perform(from("203.0.113.9", reported(report)).queryParam("token", "let-me-in"))
                .andExpect(status().isOk());
        assertThat(only().status()).isEqualTo(Message.Status.DELIVERED);
    }

    @Test
    void withoutATokenOnlyThisMachineMayReport() throws Exception {
        sent("9006^6");
        var report = report("9006^6", true, "DELIVERED");
        var mvc = withoutToken();
        mvc.perform(from("203.0.113.9", reported(report))).andExpect(status().isForbidden());
        mvc.perform(reported(report).header("X-Forwarded-For", "203.0.113.9")).andExpect(status().isForbidden());
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
        mvc.perform(from("0:0:0:0:0:0:0:1", reported(report))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[null]", "[1]", "[{\"success\":\"maybe\"}]", "not json"})
    void whatCannotBeReadIsRefused(String body) throws Exception {
        withoutToken().perform(reported(body)).andExpect(status().isBadRequest());
    }

    @Test
    void tooMuchAtOnceIsRefused() throws Exception {
        sent("9006^7");
        var many = IntStream.range(0, 101)
                .mapToObj(i -> "{\"biz_id\":\"9006^7\",\"success\":true}")
                .collect(Collectors.joining(",", "[", "]"));
        withoutToken().perform(reported(many)).andExpect(status().isPayloadTooLarge());
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
    }

    private void sent(String bizId) {
        sms.answers(new Outcome.Sent(bizId));
        messageProcess.sendToCustomer(orderNo, "CUSTOMER_ORDER_COMPLETED");
    }

    private MockMvc withoutToken() {
        return mvc(null);
    }

    private MockMvc mvc(@Nullable String token) {
        var properties = new SmsProperties(
                "id",
                "secret",
                "127.0.0.1",
                "HTTP",
                "滚财",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(15),
                100,
                token);
        return MockMvcBuilders.standaloneSetup(
                        new SmsReportController(reports, properties, metrics, new ObjectMapper()))
                .build();
    }

    private static MockHttpServletRequestBuilder reported(String body) {
        return post(PATH).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder from(String address, MockHttpServletRequestBuilder request) {
        return request.with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        });
    }

    private static String report(String bizId, boolean success, String code) {
        return """
                [{"phone_number":"13900000009","send_time":"2026-11-24 10:00:00","report_time":"2026-11-24 10:00:01",
                  "success":%s,"err_code":"%s","err_msg":"x","sms_size":"1","biz_id":"%s","out_id":"7"}]"""
                .formatted(success, code, bizId);
    }
}
