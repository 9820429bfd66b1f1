package com.guncai.backoffice.notification;

import static com.guncai.backoffice.notification.NotificationSlice.FIRST;
import static com.guncai.backoffice.notification.NotificationSlice.SECOND;
import static com.guncai.backoffice.notification.NotificationSlice.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.notification.SmsSender.Outcome;
import com.guncai.backoffice.shared.NonRetryableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TellDeskTest extends NotificationTest {
    @Autowired
    private MeterRegistry metrics;

    @Test
    void everybodyOnDutyIsToldOnceWithALinkToTheTask() {
        tellDesk();
        assertThat(sms.phones()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(sms.sent.get(0).template()).isEqualTo("SMS_1");
        assertThat(sms.sent.get(0).params())
                .containsOnly(Map.entry("service", "鲜花配送"), Map.entry("orderNo", orderNo), Map.entry("link", orderNo));
        assertThat(written()).extracting(Message::status).containsOnly(Message.Status.SENT);
    }

    @Test
    void neitherNumberNorContentCanBeReadFromTheTable() {
        tellDesk();
        assertThat(written()).extracting(Message::recipient).containsOnly("138****0001", "138****0002", "138****0003");
    }

    @Test
    void whoFailsDoesNotMakeTheOthersGetItAgain() {
        sms.answers(new Outcome.Sent("1"), new Outcome.TryLater("Throttling.User"), new Outcome.Sent("3"));
        assertThatThrownBy(this::tellDesk)
                .isInstanceOf(MessageDelayedException.class)
                .hasMessage("消息 DESK_ORDER_PAID 还没发出（Throttling.User），稍后再试，订单 " + orderNo);
        tellDesk();
        assertThat(sms.phones()).containsExactly(FIRST, SECOND, THIRD, SECOND);
    }

    @Test
    void aRefusalIsFinalOnceTheOthersAreServed() {
        sms.answers(
                new Outcome.Refused("isv.MOBILE_NUMBER_ILLEGAL"),
                new Outcome.TryLater("ServiceUnavailable"),
                new Outcome.Sent("3"),
                new Outcome.Refused("isv.MOBILE_NUMBER_ILLEGAL"));
        assertThatThrownBy(this::tellDesk).isInstanceOf(MessageDelayedException.class);
        assertThatThrownBy(this::tellDesk)
                .isInstanceOf(NonRetryableException.class)
                .hasMessage("消息 DESK_ORDER_PAID 被拒绝（isv.MOBILE_NUMBER_ILLEGAL），订单 " + orderNo);
        assertThat(sms.phones()).containsExactly(FIRST, SECOND, THIRD, FIRST, SECOND);
    }

    @Test
    void aDeskWithNobodyOnDutyDoesNotHoldTheOrderUp() {
        var before = count("DESK_TASK_OVERDUE", "nobody_on_duty");
        assertThatCode(() -> messageProcess.sendToDesk(orderNo, "finance", "DESK_TASK_OVERDUE"))
                .doesNotThrowAnyException();
        assertThatCode(() -> messageProcess.sendToDesk(orderNo, "no-such-desk", "DESK_TASK_OVERDUE"))
                .doesNotThrowAnyException();
        assertThat(sms.sent).isEmpty();
        assertThat(count("DESK_TASK_OVERDUE", "nobody_on_duty")).isEqualTo(before + 2);
    }

    @Test
    void aTemplateNobodyConfiguredIsForPeopleToMend() {
        assertThatThrownBy(() -> messageProcess.sendToDesk(orderNo, "flower-desk", "NO_SUCH"))
                .isInstanceOf(NonRetryableException.class)
                .hasMessageContaining("NO_SUCH");
    }

    @Test
    void anAccountThatCannotSendIsLeftAloneForAWhile() {
        sms.answers(new Outcome.QueueStopped("isv.AMOUNT_NOT_ENOUGH"));
        assertThatThrownBy(this::tellDesk).isInstanceOf(MessageDelayedException.class);
        clock.advance(Duration.ofMinutes(14));
        assertThatThrownBy(this::tellDesk)
                .isInstanceOf(MessageDelayedException.class)
                .hasMessageContaining("QUEUE_STOPPED");
        assertThat(sms.phones()).containsExactly(FIRST);
        clock.advance(Duration.ofMinutes(1));
        tellDesk();
        assertThat(sms.phones()).containsExactly(FIRST, FIRST, SECOND, THIRD);
    }

    @Test
    void attemptsAreCountedByOutcome() {
        var before = count("DESK_ORDER_PAID", "sent");
        tellDesk();
        assertThat(count("DESK_ORDER_PAID", "sent")).isEqualTo(before + 3);
    }

    private double count(String template, String outcome) {
        return metrics.counter("messages.sent", "channel", "SMS", "template", template, "outcome", outcome)
                .count();
    }
}
