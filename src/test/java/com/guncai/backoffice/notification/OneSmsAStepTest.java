package com.guncai.backoffice.notification;

import static com.guncai.backoffice.notification.NotificationSlice.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.notification.SmsSender.Outcome;
import com.guncai.backoffice.notification.SmsSender.Trace;
import com.guncai.backoffice.shared.Constraint;
import com.guncai.backoffice.shared.NonRetryableException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens between the job, the provider and the database: a step sends a recipient one SMS. */
class OneSmsAStepTest extends NotificationTest {
    @Autowired
    private TransactionTemplate job;

    @Test
    void aStepThatRunsAgainSendsNothingAgain() {
        tellCustomer();
        tellCustomer();
        assertThat(sms.phones()).containsExactly(CUSTOMER);
        assertThat(only().attempts()).isEqualTo(1);
    }

    @Test
    void anotherStepOfTheSameOrderSendsItsOwn() {
        tellCustomer();
        nextStep();
        tellCustomer();
        assertThat(sms.sent).hasSize(2);
    }

    @Test
    void aJobThatRollsBackAfterSendingSendsNothingAgain() {
        assertThatThrownBy(() -> job.executeWithoutResult(status -> {
                    tellCustomer();
                    throw new IllegalStateException("the engine could not commit");
                }))
                .isInstanceOf(IllegalStateException.class);
        job.executeWithoutResult(status -> tellCustomer());
        assertThat(sms.sent).hasSize(1);
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
    }

    @Test
    void aNodeThatDiedWhileSendingLeavesAMessageThatIsLookedUpFirst() {
        sms.dies();
        assertThatThrownBy(this::tellCustomer).isInstanceOf(IllegalStateException.class);
        assertThat(only().status()).isEqualTo(Message.Status.SENDING);
        sms.finds(new Trace.Waiting());
        tellCustomer();
        assertThat(sms.sent).hasSize(1);
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
    }

    @Test
    void afterATimeOutADeliveredMessageIsNotSentAgain() {
        timesOut();
        sms.finds(new Trace.Delivered());
        tellCustomer();
        tellCustomer();
        assertThat(sms.sent).hasSize(1);
        assertThat(only().status()).isEqualTo(Message.Status.DELIVERED);
    }

    @Test
    void afterATimeOutAMessageTheProviderNeverTookIsSentOnceItCannotTurnUpAnyMore() {
        timesOut();
        sms.finds(new Trace.Absent());
        assertThatThrownBy(this::tellCustomer)
                .isInstanceOf(MessageDelayedException.class)
                .hasMessageContaining("NOT_LISTED_YET");
        assertThat(sms.sent).hasSize(1);
        clock.advance(SmsChannel.LISTED_AFTER);
        tellCustomer();
        assertThat(sms.sent).hasSize(2);
        assertThat(only().attempts()).isEqualTo(2);
        assertThat(sms.sent.get(1).outId()).isEqualTo(sms.sent.get(0).outId());
    }

    @Test
    void aQuestionWithoutAnswerNeverLeadsToASecondMessage() {
        timesOut();
        sms.finds(new Trace.Unclear("isp.RAM_PERMISSION_DENY"));
        clock.advance(Duration.ofHours(3));
        assertThatThrownBy(this::tellCustomer).isInstanceOf(MessageDelayedException.class);
        assertThatThrownBy(this::tellCustomer).isInstanceOf(MessageDelayedException.class);
        assertThat(sms.sent).hasSize(1);
        assertThat(only().status()).isEqualTo(Message.Status.UNKNOWN);
    }

    @Test
    void afterATimeOutAFailedMessageIsDealtWithByItsCode() {
        timesOut();
        sms.finds(new Trace.Failed(new Outcome.Refused("MOBILE_NOT_ON_SERVICE")));
        assertThatThrownBy(this::tellCustomer).isInstanceOf(NonRetryableException.class);
        assertThat(sms.sent).hasSize(1);
        assertThat(only().status()).isEqualTo(Message.Status.REFUSED);
    }

    @Test
    void aMessageSentJustBeforeMidnightIsLookedForOnBothDays() {
        clock.tomorrow(LocalTime.of(23, 59, 59));
        var day = clock.today();
        timesOut();
        clock.advance(Duration.ofMinutes(1));
        sms.findsOn(day.plusDays(1), new Trace.Waiting());
        tellCustomer();
        assertThat(sms.searched).containsExactly(day, day.plusDays(1));
        assertThat(sms.sent).hasSize(1);
    }

    @Test
    void aStepThatRunsOnSeveralThreadsAtOnceSendsOne() throws Exception {
        sms.finds(new Trace.Absent());
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> attempt = () -> {
                try {
                    tellCustomer();
                    return true;
                } catch (MessageDelayedException | ConcurrencyFailureException later) {
                    return false;
                } catch (DataIntegrityViolationException lost) {
                    assertThat(Constraint.refused(lost, "message_once_a_step")).isTrue();
                    return false;
                }
            };
            for (var tried : threads.invokeAll(
                    IntStream.range(0, 32).mapToObj(i -> attempt).toList())) {
                tried.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(sms.sent).hasSize(1);
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
    }

    /** By SMS, since this template has no subscribe message. */
    private void tellCustomer() {
        messageProcess.sendToCustomer(orderNo, "CUSTOMER_ORDER_COMPLETED");
    }

    private void timesOut() {
        sms.answers(new Outcome.Unknown("SocketTimeoutException"));
        assertThatThrownBy(this::tellCustomer)
                .isInstanceOf(MessageDelayedException.class)
                .hasMessage("消息 CUSTOMER_ORDER_COMPLETED 还没发出（SocketTimeoutException），稍后再试，订单 " + orderNo);
        assertThat(only().status()).isEqualTo(Message.Status.UNKNOWN);
    }
}
