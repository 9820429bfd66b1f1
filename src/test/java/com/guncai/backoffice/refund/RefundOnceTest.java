package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.wechatpay.Forgery;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing is refunded twice, and never more than was paid, whatever fails or repeats. */
class RefundOnceTest extends RefundTest {
    @Autowired
    RuntimeService runtime;

    @Test
    void aCrashBetweenWeChatPaysYesAndOurRecordIsMadeUpForWithTheSameNumber() {
        var process = approved();
        weChatPayRefuses("PROCESSING");
        engine.runAndCrash(process, "Task_RequestRefund");
        assertThat(atWeChatPay()).hasSize(1);
        assertThat(bankFlow()).isEmpty();

        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);

        assertThat(atWeChatPay()).singleElement().satisfies(refund -> {
            assertThat(refund.outRefundNo()).isEqualTo(process.getBusinessKey());
            assertThat(refund.refundFen()).isEqualTo(PAID);
        });
        assertThat(bankFlow()).hasSize(1);
        assertThat(refundedFen()).isEqualTo(PAID);
    }

    @Test
    void anAnswerThatNeverCameIsAskedForBeforeAskingAgain() {
        var process = approved();
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "refund", Fault.Kind.TIMEOUT, null, 1));
        assertThat(engine.runInVain(process, "Task_RequestRefund", "退款还没有结果")).isEqualTo(9);

        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);

        assertThat(atWeChatPay()).hasSize(1);
        assertThat(bankFlow()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ERROR, SYSTEM_ERROR", "REFUSE, FREQUENCY_LIMITED", "REFUSE, NOT_ENOUGH"})
    void whatPassesIsTriedAgainLater(Fault.Kind kind, String code) {
        var process = approved();
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "refund", kind, code, 1));

        assertThat(engine.runInVain(process, "Task_RequestRefund", "退款还没有结果")).isEqualTo(9);
        assertThat(status(process)).isEqualTo("APPROVED");

        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);
        assertThat(atWeChatPay()).hasSize(1);
    }

    @Test
    void aBalanceThatIsTooLowForADayMakesFinanceTransfer() {
        var process = approved();
        weChatPayRefuses("NOT_ENOUGH");
        jdbc.update(
                "update refund set decided_at = ? where refund_no = ?",
                Timestamp.from(sandbox.clock().instant().minus(25, ChronoUnit.HOURS)),
                process.getBusinessKey());

        run(process, "Task_RequestRefund");

        assertThat(status(process)).isEqualTo("BY_HAND");
        assertThat(process).isWaitingAt("Task_RefundByHand");
    }

    @Test
    void whatIsWrongWithUsIsForPeopleToMendAndPaysNobodyByHand() {
        var process = approved();
        weChatPayRefuses("NO_AUTH");

        assertThat(engine.runInVain(process, "Task_RequestRefund", "微信支付拒绝退款（NO_AUTH）"))
                .isZero();

        assertThat(status(process)).isEqualTo("APPROVED");
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isEqualTo(1);
        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);
        assertThat(status(process)).isEqualTo("REFUNDED");
    }

    @Test
    void aRepeatedNoticeChangesNothing() {
        var process = underWay();
        settles(process, PayRefund.Status.SUCCESS);
        settles(process, PayRefund.Status.SUCCESS);

        assertThat(bankFlow()).hasSize(1);
        assertThat(refundedFen()).isEqualTo(PAID);
    }

    @Test
    void noticesAtOnceAreOneRefund() {
        var process = underWay();

        IntStream.range(0, 5).parallel().forEach(each -> settles(process, PayRefund.Status.SUCCESS));

        assertThat(bankFlow()).hasSize(1);
        assertThat(refundedFen()).isEqualTo(PAID);
        assertThat(process).isEnded();
    }

    @ParameterizedTest
    @CsvSource({"SIGNATURE, 401", "CERTIFICATE, 401", "TIMESTAMP, 401", "AMOUNT, 422", "PROBE, 401"})
    void aSpoiledNoticeChangesNothing(Forgery forgery, int answer) {
        var process = underWay();
        var refundNo = process.getBusinessKey();

        assertThat(sandbox.forgeRefund(refundNo, PayRefund.Status.SUCCESS, forgery)
                        .status())
                .isEqualTo(answer);

        assertThat(status(process)).isEqualTo("APPROVED");
        assertThat(bankFlow()).isEmpty();
        assertThat(alarms()).hasSize(forgery == Forgery.AMOUNT ? 1 : 0);
        settles(process, PayRefund.Status.SUCCESS);
        assertThat(status(process)).isEqualTo("REFUNDED");
    }

    @Test
    void aSuccessAfterFinanceTransferredIsAnAlarmAndInTheBooks() {
        var process = byHand();
        engine.complete(process, "Task_RefundByHand", Map.of("bankFlowNo", "B" + orderNo));

        var answer = sandbox.settleRefund(process.getBusinessKey(), PayRefund.Status.SUCCESS);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(alarms()).containsExactly("MISMATCHED REFUNDED_BY_HAND");
        var both = new String[] {
            "COMPANY 15000 B" + orderNo,
            "WECHAT_MERCHANT 15000 " + atWeChatPay().get(0).refundId()
        };
        assertThat(bankFlow()).containsExactly(both);
        assertThat(refundedFen()).isEqualTo(PAID);
        assertThat(engine.messages(orderNo)).contains("DESK_REFUND_PAID_TWICE");
        assertThat(sandbox.settleRefund(process.getBusinessKey(), PayRefund.Status.SUCCESS)
                        .status())
                .as("repeated")
                .isEqualTo(204);
        assertThat(bankFlow()).containsExactly(both);
    }

    @Test
    void aReportOfARefundThatNobodyApprovedIsAnAlarm() {
        var process = underWay();
        jdbc.update("update refund set status = 'REQUESTED' where refund_no = ?", process.getBusinessKey());

        assertThat(sandbox.settleRefund(process.getBusinessKey(), PayRefund.Status.SUCCESS)
                        .status())
                .isEqualTo(422);

        assertThat(alarms()).containsExactly("MISMATCHED NOT_APPROVED");
        assertThat(bankFlow()).isEmpty();
    }

    private long refundedFen() {
        return jdbc.queryForObject("select refunded_fen from customer_order where order_no = ?", Long.class, orderNo);
    }
}
