package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.notification.SmsSender.Outcome;
import com.guncai.backoffice.notification.SmsSender.Sms;
import com.guncai.backoffice.notification.SmsSender.Trace;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real SDK against a server that misbehaves. */
class AliyunSmsSenderTest {
    private static final Sms SMS = new Sms("13800000000", "SMS_1", Map.of("service", "鲜花配送"), "A1-7");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private AliyunStub aliyun;
    private AliyunSmsSender sender;

    @BeforeEach
    void connect() throws Exception {
        aliyun = new AliyunStub();
        sender = new AliyunSmsSender(aliyun.properties(), new ObjectMapper());
    }

    @AfterEach
    void disconnect() {
        aliyun.close();
    }

    @Test
    void aTakenMessageHasTheProvidersNumber() {
        aliyun.answers(200, "{\"Code\":\"OK\",\"BizId\":\"9006^0\"}");
        assertThat(sender.send(SMS)).isEqualTo(new Outcome.Sent("9006^0"));
        assertThat(aliyun.calls.get(0))
                .containsEntry("PhoneNumbers", "13800000000")
                .containsEntry("SignName", "滚财")
                .containsEntry("TemplateCode", "SMS_1")
                .containsEntry("TemplateParam", "{\"service\":\"鲜花配送\"}")
                .containsEntry("OutId", "A1-7");
    }

    @Test
    void aBusinessFailureIsHttp200() {
        aliyun.answers(200, "{\"Code\":\"isv.MOBILE_NUMBER_ILLEGAL\",\"Message\":\"号码不合法\"}");
        assertThat(sender.send(SMS)).isEqualTo(new Outcome.Refused("isv.MOBILE_NUMBER_ILLEGAL"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling.User, TryLater",
        "503, ServiceUnavailable, TryLater",
        "500, InternalError, Unknown",
        "404, InvalidAccessKeyId.NotFound, Refused",
        "400, SignatureDoesNotMatch, Refused"
    })
    void anErrorOfTheGatewayIsReadByStatusAndCode(int status, String code, String outcome) {
        aliyun.answers(status, "{\"Code\":\"" + code + "\",\"Message\":\"x\",\"RequestId\":\"r\"}");
        assertThat(sender.send(SMS).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(aliyun.calls).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"502, <html>Bad Gateway</html>", "200, <html>Hello</html>", "200, ''", "200, {}"})
    void anAnswerNobodyCanReadLeavesItUnknown(int status, String body) {
        aliyun.answers(status, body);
        assertThat(sender.send(SMS)).isInstanceOf(Outcome.Unknown.class);
        assertThat(aliyun.calls).hasSize(1);
    }

    @Test
    void aLateAnswerLeavesItUnknownAndIsNotSentAgain() {
        aliyun.keepsSilent();
        assertThat(sender.send(SMS)).isInstanceOf(Outcome.Unknown.class);
        assertThat(aliyun.calls).hasSize(1);
    }

    @Test
    void aBrokenConnectionLeavesItUnknownAndIsNotSentAgain() {
        aliyun.hangsUp();
        assertThat(sender.send(SMS)).isInstanceOf(Outcome.Unknown.class);
        assertThat(aliyun.calls).hasSize(1);
    }

    @Test
    void aPooledConnectionThatBreaksIsNotUsedToSendAgain() {
        aliyun.answers(200, "{\"Code\":\"OK\",\"BizId\":\"1\"}");
        sender.send(SMS);
        aliyun.hangsUp();
        assertThat(sender.send(SMS)).isInstanceOf(Outcome.Unknown.class);
        assertThat(aliyun.calls).hasSize(2);
    }

    @Test
    void whatNeverReachedTheProviderMayBeTriedAgain() {
        aliyun.close();
        assertThat(sender.send(SMS)).isEqualTo(new Outcome.TryLater("ConnectException"));
    }

    @ParameterizedTest
    @CsvSource({"1, Waiting", "2, Failed", "3, Delivered", "4, Unclear"})
    void aMessageIsFoundByOurNumber(int status, String trace) {
        aliyun.answers(200, details(detail("A1-6", 3) + "," + detail("A1-7", status)));
        assertThat(sender.find("13800000000", "A1-7", DAY).getClass().getSimpleName())
                .isEqualTo(trace);
        assertThat(aliyun.calls.get(0)).containsEntry("SendDate", "20261124").containsEntry("CurrentPage", "1");
    }

    @Test
    void aFailedMessageSaysWhetherToTryAgain() {
        aliyun.answers(200, details(detail("A1-7", 2)));
        assertThat(sender.find("13800000000", "A1-7", DAY))
                .isEqualTo(new Trace.Failed(new Outcome.Refused("MOBILE_NOT_ON_SERVICE")));
    }

    @Test
    void aMessageNobodyListsIsAbsent() {
        aliyun.answers(200, details(detail("A1-70", 3)));
        assertThat(sender.find("13800000000", "A1-7", DAY)).isInstanceOf(Trace.Absent.class);
        aliyun.answers(200, "{\"Code\":\"OK\",\"TotalCount\":0}");
        assertThat(sender.find("13800000000", "A1-7", DAY)).isInstanceOf(Trace.Absent.class);
    }

    @Test
    void aNumberWithManyMessagesIsReadPageByPageAndNotTakenForAbsent() {
        var full = IntStream.range(0, 50).mapToObj(i -> detail("B" + i, 3)).collect(Collectors.joining(","));
        aliyun.answers(200, details(full));
        assertThat(sender.find("13800000000", "A1-7", DAY)).isEqualTo(new Trace.Unclear("TOO_MANY"));
        assertThat(aliyun.calls.get(1)).containsEntry("CurrentPage", "2");
    }

    @Test
    void aQuestionWithoutAnAnswerProvesNothing() {
        aliyun.answers(200, "{\"Code\":\"isp.RAM_PERMISSION_DENY\"}");
        assertThat(sender.find("13800000000", "A1-7", DAY)).isEqualTo(new Trace.Unclear("isp.RAM_PERMISSION_DENY"));
        aliyun.keepsSilent();
        assertThat(sender.find("13800000000", "A1-7", DAY)).isInstanceOf(Trace.Unclear.class);
    }

    private static String details(String list) {
        return "{\"Code\":\"OK\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[" + list + "]}}";
    }

    private static String detail(String outId, int status) {
        return "{\"OutId\":\"%s\",\"SendStatus\":%d,\"ErrCode\":\"MOBILE_NOT_ON_SERVICE\"}".formatted(outId, status);
    }
}
