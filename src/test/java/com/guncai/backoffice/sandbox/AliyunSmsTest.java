package com.guncai.backoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.QuerySendDetailsRequest;
import com.aliyun.dysmsapi20170525.models.SendSmsRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teautil.models.RuntimeOptions;
import com.guncai.backoffice.sandbox.aliyun.AliyunSms;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Fault.Kind;
import com.guncai.backoffice.sandbox.provider.Fault.Target;
import com.guncai.backoffice.sandbox.provider.Json;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AliyunSmsTest {
    private static final String PHONE = "13900139000";

    private final Providers providers = new Providers();
    private final RuntimeOptions options = new RuntimeOptions();
    private Client sdk;

    @BeforeEach
    void connect() throws Exception {
        sdk = SdkClients.sms(providers, AliyunSms.ACCESS_KEY_SECRET);
    }

    @AfterEach
    void stop() {
        providers.close();
    }

    @Test
    void aMessageArrivesAndIsReported() throws Exception {
        try (var application = new RecordedNotices()) {
            providers.nodes.add(application.port());
            var answer = sdk.sendSmsWithOptions(message(), options).getBody();
            assertThat(answer.getCode()).isEqualTo("OK");
            var sms = providers.mailbox.arrived(PHONE).get(0);
            assertThat(sms.bizId()).isEqualTo(answer.getBizId());
            assertThat(sms.params()).containsEntry("order", "F2026 鲜花");
            await().until(() -> !application.all.isEmpty());
            assertThat(application.last().path()).isEqualTo("/callbacks/aliyun-sms/reports");
            var report = Json.MAPPER
                    .readTree(application.last().body().getBytes(StandardCharsets.UTF_8))
                    .get(0);
            assertThat(report.get("out_id").asText()).isEqualTo("42");
            assertThat(report.get("success").asBoolean()).isTrue();
        }
    }

    @Test
    void wrongMessagesAreRefusedWithStatus200() throws Exception {
        assertThat(codeOf(message().setPhoneNumbers("12345"))).isEqualTo("isv.MOBILE_NUMBER_ILLEGAL");
        assertThat(codeOf(message().setSignName("别人"))).isEqualTo("isv.SMS_SIGNATURE_ILLEGAL");
        assertThat(codeOf(message().setTemplateCode("none"))).isEqualTo("isv.SMS_TEMPLATE_ILLEGAL");
        assertThat(codeOf(message().setTemplateParam("[1]"))).isEqualTo("isv.INVALID_JSON_PARAM");
        assertThat(codeOf(message().setTemplateParam("{\"a\":\"" + "长".repeat(36) + "\"}")))
                .isEqualTo("isv.PARAM_LENGTH_LIMIT");
        assertThat(codeOf(message().setTemplateParam("{\"order\":\"\"}"))).isEqualTo("isv.TEMPLATE_MISSING_PARAMETERS");
        assertThat(codeOf(message()
                        .setTemplateCode("SMS_CUSTOMER_COUPONS_ISSUED")
                        .setTemplateParam("{\"coupon\":\"礼券\"}")))
                .isEqualTo("isv.TEMPLATE_MISSING_PARAMETERS");
        assertThat(codeOf(message().setTemplateParam("{\"shop\":\"🌹🌹\"}"))).isEqualTo("isv.TEMPLATE_PARAMS_ILLEGAL");
        for (var address : new String[] {"https://a.cn/x", "www.example", "huadian.com", "10.0.0.1"}) {
            assertThat(codeOf(message().setTemplateParam("{\"shop\":\"花店 " + address + "\"}")))
                    .isEqualTo("isv.PARAM_NOT_SUPPORT_URL");
        }
        assertThat(providers.mailbox.arrived(null)).isEmpty();
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        sdk = SdkClients.sms(providers, "another");
        assertThatThrownBy(() -> sdk.sendSmsWithOptions(message(), options))
                .isInstanceOfSatisfying(
                        TeaException.class, e -> assertThat(e.getCode()).isEqualTo("SignatureDoesNotMatch"));
    }

    @Test
    void aMessageThatTimedOutWasSentAndIsFoundByQuery() throws Exception {
        fail(Kind.TIMEOUT, null);
        options.setReadTimeout(1000);
        // The HTTP client and the socket each watch the clock; whichever is first words it its own way.
        assertThatThrownBy(() -> sdk.sendSmsWithOptions(message(), options))
                .hasStackTraceContaining(SocketTimeoutException.class.getName());
        var details = sdk.querySendDetailsWithOptions(
                        new QuerySendDetailsRequest()
                                .setPhoneNumber(PHONE)
                                .setSendDate(DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(providers.clock)))
                                .setPageSize(10L)
                                .setCurrentPage(1L),
                        options)
                .getBody();
        var detail = details.getSmsSendDetailDTOs().getSmsSendDetailDTO().get(0);
        assertThat(detail.getOutId()).isEqualTo("42");
        assertThat(detail.getSendStatus()).isIn(1L, 3L);
    }

    @Test
    void faultsRefuseOrBreakTheCall() throws Exception {
        fail(Kind.REFUSE, "isv.BUSINESS_LIMIT_CONTROL");
        assertThat(codeOf(message())).isEqualTo("isv.BUSINESS_LIMIT_CONTROL");
        fail(Kind.ERROR, null);
        assertThatThrownBy(() -> sdk.sendSmsWithOptions(message(), options))
                .isInstanceOfSatisfying(
                        TeaException.class, e -> assertThat(e.getCode()).isEqualTo("ServiceUnavailable"));
        assertThat(codeOf(message())).isEqualTo("OK");
    }

    private String codeOf(SendSmsRequest request) throws Exception {
        return sdk.sendSmsWithOptions(request, options).getBody().getCode();
    }

    private static SendSmsRequest message() {
        return new SendSmsRequest()
                .setPhoneNumbers(PHONE)
                .setSignName(AliyunSms.SIGN_NAME)
                .setTemplateCode("SMS_100000001")
                .setTemplateParam("{\"order\":\"F2026 鲜花\"}")
                .setOutId("42");
    }

    private void fail(Kind kind, @Nullable String code) {
        providers.faults.add(new Fault(Target.SMS, null, kind, code, 1));
    }
}
