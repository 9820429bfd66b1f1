package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.sandbox.Payment;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the diagram of the refund promises: each branch, each end event, each timer, each message. */
class RefundProcessTest extends RefundTest {
    @Test
    void whoeverDecidesAndTheCustomerAreTold() {
        var process = requested();

        assertThat(process)
                .hasPassed("Task_TellRequested", "Task_TellApprover")
                .isWaitingAtExactly("Task_DecideRefund");
        assertThat(process).variables().containsOnlyKeys("refundNo", "orderNo", "decisionNeeded", "approverGroup");
        assertThat(task("Task_DecideRefund", process))
                .hasCandidateGroup("customer-service")
                .isNotAssigned();
        Assertions.assertThat(engine.messages(orderNo))
                .containsExactlyInAnyOrder("DESK_ORDER_PAID", "CUSTOMER_REFUND_REQUESTED", "DESK_REFUND_REQUESTED");
        engine.sendMessages(orderNo);
        Assertions.assertThat(sandbox.smsTo("13900010006").get(0).params()).containsEntry("orderNo", orderNo);
    }

    @Test
    void theDecisionIsDueInTwoHoursAndThenRemindedOf() {
        var process = requested();
        var due = engine.due("Task_DecideRefund", process);
        Assertions.assertThat(due)
                .isCloseTo(sandbox.clock().instant().plus(2, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));

        engine.look("Task_DecideRefund", process);

        assertThat(process).isWaitingAtExactly("Task_DecideRefund");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void aRefusedRefundLetsTheOrderGoOnAndMayBeAskedForAgain() {
        var process = requested();

        engine.complete(process, "Task_DecideRefund", Map.of("refundApproved", false, "decisionNote", "花已在路上"));
        assertThat(process).hasPassed("EndEvent_RefundRejected").isEnded();
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_REFUND_REJECTED");
        var order = customer.order(orderNo);
        Assertions.assertThat(order.text("/status")).isEqualTo("PAID");
        Assertions.assertThat(order.text("/refund/status")).isEqualTo("REJECTED");
        Assertions.assertThat(order.text("/refund/decisionNote")).isEqualTo("花已在路上");
        Assertions.assertThat(order.body()).contains("退款申请未通过：花已在路上");
        customer.asksForRefund(orderNo, "还是不要了").is(202);
    }

    @Test
    void anApprovedRefundGoesBackTheWayItCame() {
        var process = underWay();
        assertThat(process).hasPassed("Task_TellApproved").isWaitingAtExactly("Task_AwaitRefund");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDING");

        settles(process, PayRefund.Status.SUCCESS);

        assertThat(process).hasPassed("EndEvent_Refunded").isEnded();
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_REFUND_APPROVED", "CUSTOMER_REFUND_DONE");
        var order = customer.order(orderNo);
        Assertions.assertThat(order.text("/status")).isEqualTo("REFUNDED");
        Assertions.assertThat(order.text("/refund/status")).isEqualTo("REFUNDED");
        Assertions.assertThat(order.json().at("/refund/refundFen").asLong()).isEqualTo(PAID);
        Assertions.assertThat(order.body()).contains("已退款 ¥150.00，原路退回");
        Assertions.assertThat(bankFlow())
                .containsExactly("WECHAT_MERCHANT 15000 " + atWeChatPay().get(0).refundId());
    }

    @Test
    void whatAPartialRefundLeavesIsReleasedByTheShippingInfo() {
        var process = underWay(Map.of("refundYuan", 50, "orderContinues", false, "decisionNote", "只退花材差价"));
        settles(process, PayRefund.Status.SUCCESS);

        assertThat(process).hasPassed("Gateway_RestKept").isWaitingAtExactly("Task_UploadShipping");
        run(process, "Task_UploadShipping");

        assertThat(process).hasPassed("EndEvent_RestReleased").isEnded();
        Assertions.assertThat(bankFlow()).singleElement().asString().startsWith("WECHAT_MERCHANT 5000");
        Assertions.assertThat(sandbox.shipping())
                .anyMatch(shipping -> shipping.orderNo().equals(orderNo));
    }

    @Test
    void aResultThatCameBeforeTheProcessWaitedForItIsNotLost() {
        var process = approved();
        weChatPayRefuses("PROCESSING");
        engine.runAndCrash(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");

        run(process, "Task_RequestRefund");

        assertThat(process)
                .hasNotPassed("Task_AwaitRefund")
                .hasPassed("Gateway_RefundKnown", "EndEvent_Refunded")
                .isEnded();
        Assertions.assertThat(bankFlow()).hasSize(1);
    }

    @Test
    void aResultOfWhichNobodyToldIsAskedForEveryHour() {
        var process = underWay();
        run(process, "BoundaryEvent_RefundUnclear", "Task_QueryRefund");
        assertThat(process).hasPassed("EndEvent_RefundQueried").isWaitingAtExactly("Task_AwaitRefund");
        sandbox.settleRefundUnnoticed(process.getBusinessKey(), PayRefund.Status.SUCCESS);

        run(process, "BoundaryEvent_RefundUnclear", "Task_QueryRefund");

        assertThat(process).isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");
    }

    @Test
    void whatWeChatPayRefusesGoesToFinanceAtOnce() {
        var process = approved();
        weChatPayRefuses("USER_ACCOUNT_ABNORMAL");

        run(process, "Task_RequestRefund");

        assertThat(process).hasNotPassed("Task_AwaitRefund").isWaitingAtExactly("Task_RefundByHand");
        assertThat(task("Task_RefundByHand", process)).hasCandidateGroup("finance");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_REFUND_BY_HAND", "CUSTOMER_REFUND_BY_HAND");
        Assertions.assertThat(customer.order(orderNo).text("/refund/status")).isEqualTo("BY_HAND");
    }

    @Test
    void financeTransfersWhatWeChatPayCouldNot() {
        var process = byHand();
        assertThat(process).hasPassed("BoundaryEvent_RefundFailed").isWaitingAtExactly("Task_RefundByHand");
        var bankFlowNo = "B" + orderNo;

        engine.complete(process, "Task_RefundByHand", Map.of("bankFlowNo", " " + bankFlowNo + " "));

        assertThat(process).hasPassed("Task_RecordTransfer").isWaitingAtExactly("Task_UploadShipping");
        Assertions.assertThat(bankFlow()).containsExactly("COMPANY 15000 " + bankFlowNo);
        Assertions.assertThat(customer.order(orderNo).body()).contains("已退款 ¥150.00，财务转账退回");
    }

    /** WeChat gave nothing back: the customer's payment is still there, frozen until it knows of the shipping. */
    @Test
    void whatFinanceTransferredIsReleasedAtWeChatByTheShippingInfo() {
        var process = byHand();
        engine.complete(process, "Task_RefundByHand", Map.of("bankFlowNo", "B" + orderNo));

        run(process, "Task_UploadShipping");

        assertThat(process).hasPassed("EndEvent_RestReleased").isEnded();
        Assertions.assertThat(sandbox.shipping())
                .anyMatch(shipping -> shipping.orderNo().equals(orderNo));
    }

    @Test
    void financeIsAskedToLookWhenTheMoneyHasNotArrivedInAWeek() {
        var process = underWay();
        Assertions.assertThat(engine.due(process, "BoundaryEvent_RefundLate"))
                .isCloseTo(sandbox.clock().instant().plus(7, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));

        run(process, "BoundaryEvent_RefundLate");

        assertThat(process).hasPassed("EndEvent_LateRefundReminded").isWaitingAtExactly("Task_AwaitRefund");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_REFUND_LATE");
    }

    @Test
    void aResultThatWeChatPayDoesNotTellIsForPeopleToSee() {
        var process = underWay();
        run(process, "BoundaryEvent_RefundUnclear");
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, null, Fault.Kind.REFUSE, "NO_AUTH", 1));

        Assertions.assertThat(engine.runInVain(process, "Task_QueryRefund", "微信支付不告知退款结果（NO_AUTH）"))
                .isZero();
    }

    @Test
    void financeIsRemindedAfterADay() {
        var process = byHand();
        var due = engine.due("Task_RefundByHand", process);
        Assertions.assertThat(due)
                .isCloseTo(sandbox.clock().instant().plus(24, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));

        engine.look("Task_RefundByHand", process);

        assertThat(process).isWaitingAtExactly("Task_RefundByHand");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void moneyThatArrivesAfterAllSparesFinanceTheTransfer() {
        var process = byHand();

        settles(process, PayRefund.Status.SUCCESS);

        assertThat(process)
                .hasPassed("BoundaryEvent_SettledAfterAll", "Task_TellSettled", "EndEvent_Refunded")
                .isEnded();
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_REFUND_SETTLED");
        Assertions.assertThat(bankFlow()).singleElement().asString().startsWith("WECHAT_MERCHANT");
    }

    @Test
    void aPaymentAfterTheCancellationGoesBackWithoutAnybodyAsking() {
        orderNo = customer.placesFlowers();
        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);

        sandbox.payWith(Payment.of(orderNo).evenIfTheOrderIsClosed());

        var process = engine.process("RefundProcess", orderNo);
        assertThat(process).hasNotPassed("Task_DecideRefund").isWaitingAtExactly("Task_RequestRefund");
        assertThat(process).variables().containsOnlyKeys("refundNo", "orderNo", "decisionNeeded");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDING");
        Assertions.assertThat(engine.messages(orderNo)).containsExactly("CUSTOMER_REFUND_APPROVED");
        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");
        Assertions.assertThat(bankFlow()).singleElement().asString().startsWith("WECHAT_MERCHANT 15000");
    }

    @Test
    void managersDecideOnLargeSums() {
        var roses = customer.flowers();
        roses.put("flowerId", "champagne-roses-33");
        orderNo = customer.orders(roses).is(201).text("/orderNo");
        engine.paid(customer, orderNo);

        assertThat(task("Task_DecideRefund", requested())).hasCandidateGroup("managers");
    }
}
