package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Until when a refund is asked for and by whom, who may take it back, and what the desks see meanwhile. */
class RefundWindowTest extends RefundTest {
    @Autowired
    Refunds refunds;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Test
    void aCustomerAsksUntilSevenDaysAfterCompletion() {
        completedAgo(Duration.ofDays(7).minusMinutes(5));
        customer.asksForRefund(orderNo, "花蔫了").is(202);
    }

    @Test
    void laterTheCustomerIsSentToCustomerService() {
        completedAgo(Duration.ofDays(7));

        var refused = customer.asksForRefund(orderNo, "花蔫了").is(409);

        assertThat(refused.text("/code")).isEqualTo("REFUND_TOO_LATE");
        assertThat(customer.order(orderNo).json().at("/actions").toString()).doesNotContain("refund-request");
    }

    @Test
    void staffRefundACompletedOrderForAYear() {
        completedAgo(Duration.ofDays(300));

        var refundNo = refunds.propose(orderNo, 1_000L, "鲜花不新鲜，补偿", "service");

        var process = engine.process("RefundProcess", orderNo);
        assertThat(process).isWaitingAtExactly("Task_DecideRefund");
        assertThat(process.getBusinessKey()).isEqualTo(refundNo);
        engine.complete(process, "Task_DecideRefund", Map.of("refundApproved", true));
        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);
        var order = customer.order(orderNo);
        assertThat(order.text("/status")).isEqualTo("COMPLETED");
        assertThat(order.json().at("/refund/refundFen").asLong())
                .as("as proposed")
                .isEqualTo(1_000);
        assertThat(order.body()).doesNotContain("补偿");
    }

    @Test
    void afterAYearWeChatPayTakesNoRefund() {
        completedAgo(Duration.ofDays(365));
        assertThat(refusal(() -> refunds.propose(orderNo, null, "补偿", "service")))
                .isEqualTo("REFUND_TOO_LATE");
    }

    @Test
    void staffProposeNoMoreThanIsLeftAndNothingWhileAnotherIsOpen() {
        assertThat(refusal(() -> refunds.propose(orderNo, 15_001L, "补偿", "service")))
                .isEqualTo("REFUND_FEN_TOO_MUCH");
        requested();
        assertThat(refusal(() -> refunds.propose(orderNo, 1_000L, "补偿", "service")))
                .isEqualTo("REFUND_OPEN");
    }

    @Test
    void whatStaffBeganIsNotForTheCustomerToWithdraw() {
        refunds.propose(orderNo, 1_000L, "补偿", "service");

        assertThat(customer.withdrawsRefund(orderNo).is(409).text("/code")).isEqualTo("REFUND_STATE");
        assertThat(engine.process("RefundProcess", orderNo)).isWaitingAt("Task_DecideRefund");
    }

    @Test
    void aWithdrawnWishEndsItsProcessAndHoldsTheOrderUpNoMore() {
        var process = requested();

        customer.withdrawsRefund(orderNo).is(200);

        assertThat(process)
                .hasPassed("BoundaryEvent_RefundWithdrawn", "EndEvent_RefundWithdrawn")
                .isEnded();
        assertThat(status(process)).isEqualTo("WITHDRAWN");
        assertThat(atWeChatPay()).isEmpty();
        customer.asksForRefund(orderNo, "还是不要了").is(202);
    }

    @Test
    void whatIsDecidedIsNotWithdrawn() {
        approved();
        assertThat(customer.withdrawsRefund(orderNo).is(409).text("/code")).isEqualTo("REFUND_STATE");
    }

    @Test
    void theListsOfTasksSayThatTheMoneyIsWantedBackUntilItIsDecided() {
        var order = engine.process(orderNo);
        assertThat(mark(order.getId())).isNull();

        var process = requested();
        assertThat(mark(order.getId())).isEqualTo("⚠退款中");

        engine.complete(process, "Task_DecideRefund", Map.of("refundApproved", false, "decisionNote", "花已在路上"));
        assertThat(mark(order.getId())).isNull();
        requested();
        customer.withdrawsRefund(orderNo).is(200);
        assertThat(mark(order.getId())).isNull();
    }

    @Test
    void alsoAtTasksOfAProcessThatStartsLater() {
        var later = customer.placesFlowers();
        customer.pays(later);
        customer.asksForRefund(later, "不想要了").is(202);

        engine.run(engine.process(later), "Task_AwaitPayment");

        assertThat(mark(engine.process("FlowerOrderProcess", later).getId())).isEqualTo("⚠退款中");
    }

    private Object mark(String processInstance) {
        var task = tasks.createTaskQuery().processInstanceId(processInstance).singleResult();
        return tasks.getVariable(task.getId(), "mark");
    }

    private void completedAgo(Duration ago) {
        var then = Timestamp.from(sandbox.clock().instant().minus(ago));
        runtime.deleteProcessInstance(engine.process(orderNo).getId(), "completed");
        jdbc.update(
                "update customer_order set status = 'COMPLETED', paid_at = ?, completed_at = ? where order_no = ?",
                then,
                then,
                orderNo);
    }

    private static String refusal(Runnable step) {
        return catchThrowableOfType(ProblemException.class, step::run).code();
    }
}
