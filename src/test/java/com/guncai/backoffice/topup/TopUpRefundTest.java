package com.guncai.backoffice.topup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.order.OrderDetails;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Top-ups that fail, and customers who want their money back before the clerk is done. */
@ProcessTest
@Import(Engine.class)
class TopUpRefundTest {
    private static final Map<String, Object> FAILED = Map.of("toppedUp", false, "failureReason", "号码已停机");

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    Sandbox sandbox;

    @Autowired
    TopUpOrders topUpOrders;

    @Autowired
    TopUpOrderCards cards;

    @Autowired
    Orders orders;

    @Autowired
    OrderViews views;

    MiniProgram customer;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        process = engine.paid(customer, orderNo);
    }

    @Test
    void aFailedTopUpEndsWithItsRefund() {
        var refund = failed();
        assertThat(task("Task_DecideRefund", refund)).hasCandidateGroup("customer-service");

        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", true));
        engine.run(refund, "Task_RequestRefund");
        sandbox.settleRefund(refund.getBusinessKey(), PayRefund.Status.SUCCESS);

        assertThat(refund).isEnded();
        assertThat(process).hasPassed("EndEvent_TopUpRefunded").isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");
    }

    @Test
    void whatIsNotRefundedComesBackToTheDeskWithTheFormEmpty() {
        var refund = failed();

        refuse(refund, "用户已复机，请再充一次");

        assertThat(process).isWaitingAtExactly("Task_TopUpPhone");
        assertThat(process)
                .variables()
                .containsEntry("toppedUp", null)
                .containsEntry("failureReason", null)
                .containsEntry("refundApproved", false);
        Assertions.assertThat(cards.of(orderNo).failureReason()).isEqualTo("号码已停机");
        Assertions.assertThat(cards.of(orderNo).agreed()).isEqualTo("用户已复机，请再充一次");
        Assertions.assertThat(cards.of(orderNo).warning()).isEmpty();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
        engine.complete(process, "Task_TopUpPhone", purchase("ZFB" + orderNo));
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    @Test
    void aTopUpMayFailTwice() {
        refuse(failed(), "用户已复机，请再充一次");

        var second = failed();

        assertThat(second).isWaitingAt("Task_DecideRefund");
        assertThat(process).isWaitingAt("Task_Refund");
    }

    @Test
    void aRefundThatTheCustomerAskedForEndsTheOrder() {
        customer.asksForRefund(orderNo, "充错号码了").is(202);
        Assertions.assertThat(cards.of(orderNo).warning()).contains("请先勿充值");
        assertThat(process).as("the order goes on meanwhile").isWaitingAt("Task_TopUpPhone");

        engine.complete(engine.process("RefundProcess", orderNo), "Task_DecideRefund", Map.of("refundApproved", true));

        assertThat(process)
                .hasPassed("StartEvent_OrderRefunded", "EndEvent_OrderRefunded")
                .isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDING");
    }

    @Test
    void whoeverDecidesOnTheRefundSeesThatThePhoneIsToppedUpAlready() {
        customer.asksForRefund(orderNo, "充错号码了").is(202);
        var purchase = purchase("ZFB" + orderNo);

        assertThatThrownBy(() -> engine.complete(process, "Task_TopUpPhone", purchase))
                .hasMessage("用户已申请退款，本单暂不能完成。流水号已记下，客服审核时会看到；客服不同意退款后，请再提交一次");

        assertThat(process).isWaitingAt("Task_TopUpPhone");
        Assertions.assertThat(views.summary(orders.get(orderNo)))
                .isEqualTo(new OrderDetails.Summary(
                        "给 138 0013 8000 充 ¥50.00", "已充值，流水号 ZFB%s，采购价 ¥49.80".formatted(orderNo)));
        refuse(engine.process("RefundProcess", orderNo), "话费已经充进去了");
        engine.complete(process, "Task_TopUpPhone", purchase);
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    @Test
    void whyItFailedIsKeptWhileTheCustomersOwnRefundIsOpen() {
        customer.asksForRefund(orderNo, "充错号码了").is(202);

        assertThatThrownBy(() -> engine.complete(process, "Task_TopUpPhone", FAILED))
                .hasMessage("用户已申请退款，本单暂不能完成。原因已记下，请等待客服审核");

        assertThat(process).isWaitingAt("Task_TopUpPhone");
        Assertions.assertThat(topUpOrders.get(orderNo).failureReason()).isEqualTo("号码已停机");
    }

    private ProcessInstance failed() {
        engine.complete(process, "Task_TopUpPhone", FAILED);
        assertThat(process)
                .hasPassed("Task_RecordTopUpFailure", "Task_OpenRefund")
                .isWaitingAt("Task_Refund");
        var refund = engine.process("RefundProcess", orderNo);
        return refund;
    }

    private void refuse(ProcessInstance refund, String note) {
        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", false, "decisionNote", note));
    }

    private static Map<String, Object> purchase(String transactionNo) {
        return Map.of("toppedUp", true, "transactionNo", transactionNo, "purchaseCostYuan", 49.8);
    }
}
