package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
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

/** How a flower order and its refund meet in the diagram. */
@ProcessTest
@Import(Engine.class)
class FlowerOrderRefundTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    Sandbox sandbox;

    @Autowired
    FlowerOrderCards cards;

    MiniProgram customer;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        process = engine.paid(customer, orderNo);
    }

    @Test
    void whereNoShopDeliversCustomerServiceTakesOver() {
        engine.complete(process, "Task_PurchaseFlowers", Map.of("shopFound", false, "undeliverableReason", "超出配送范围"));

        assertThat(process)
                .hasPassed("Task_RecordUndeliverable", "Task_OpenRefund")
                .isWaitingAt("Task_Refund");
        var refund = engine.process("RefundProcess", orderNo);
        assertThat(task("Task_DecideRefund", refund)).hasCandidateGroup("customer-service");
        assertThat(refund).variables().containsEntry("decisionNeeded", true);

        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", false, "decisionNote", "改送百合"));

        assertThat(refund).isEnded();
        assertThat(process).isWaitingAtExactly("Task_PurchaseFlowers");
        Assertions.assertThat(engine.messages(orderNo).stream().filter("DESK_ORDER_PAID"::equals))
                .as("the desk is told again")
                .hasSize(2);
        Assertions.assertThat(cards.of(orderNo).undeliverableReason()).isEqualTo("超出配送范围");
        Assertions.assertThat(cards.of(orderNo).agreed()).isEqualTo("改送百合");
        Assertions.assertThat(customer.order(orderNo).body())
                .contains("客服与您商定：改送百合")
                .doesNotContain("退款申请未通过", "超出配送范围");
        assertThat(process)
                .as("the form starts afresh")
                .variables()
                .containsEntry("shopFound", null)
                .containsEntry("undeliverableReason", null);
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
    }

    @Test
    void anOrderThatCannotBeDeliveredEndsWithItsRefund() {
        engine.complete(process, "Task_PurchaseFlowers", Map.of("shopFound", false, "undeliverableReason", "超出配送范围"));
        var refund = engine.process("RefundProcess", orderNo);

        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", true));
        engine.run(refund, "Task_RequestRefund");
        sandbox.settleRefund(refund.getBusinessKey(), PayRefund.Status.SUCCESS);

        assertThat(refund).isEnded();
        assertThat(process).hasPassed("EndEvent_NotDelivered").isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");
    }

    @Test
    void whoGetsAPartBackForWhatNoShopDeliversIsServedAllTheSame() {
        engine.complete(process, "Task_PurchaseFlowers", Map.of("shopFound", false, "undeliverableReason", "没有红玫瑰"));
        var refund = engine.process("RefundProcess", orderNo);

        engine.complete(
                refund,
                "Task_DecideRefund",
                Map.of("refundApproved", true, "refundYuan", 20, "decisionNote", "退 20 元，改送百合"));
        engine.run(refund, "Task_RequestRefund");
        sandbox.settleRefund(refund.getBusinessKey(), PayRefund.Status.SUCCESS);

        assertThat(process).isWaitingAtExactly("Task_PurchaseFlowers");
        Assertions.assertThat(cards.of(orderNo).agreed()).isEqualTo("退 20 元，改送百合");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aRefundThatTheCustomerAskedForEndsTheOrder() {
        accepted();
        customer.asksForRefund(orderNo, "不想要了").is(202);
        assertThat(process).as("the order goes on meanwhile").isWaitingAt("Task_FollowDelivery");

        engine.complete(engine.process("RefundProcess", orderNo), "Task_DecideRefund", Map.of("refundApproved", true));

        assertThat(process).hasPassed("StartEvent_OrderRefunded", "EndEvent_OrderRefunded");
        assertThat(process).isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDING");
    }

    @Test
    void anOrderUnderRefundCannotBeCompleted() {
        accepted();
        customer.asksForRefund(orderNo, "不想要了").is(202);

        assertThatThrownBy(() -> engine.complete(process, "Task_FollowDelivery", Map.of("completeEarly", true)))
                .hasMessage("订单正在申请退款，暂不能完成，请等待客服处理");
        var confirmed = customer.api().post("/api/v1/orders/" + orderNo + "/delivery-confirmation");

        Assertions.assertThat(confirmed.is(409).text("/code")).isEqualTo("ORDER_UNDER_REFUND");
        assertThat(process).isWaitingAt("Task_FollowDelivery");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
    }

    @Test
    void theDeskCannotAskForARefundThatTheCustomerAskedFor() {
        customer.asksForRefund(orderNo, "不想要了").is(202);

        assertThatThrownBy(() -> engine.complete(
                        process, "Task_PurchaseFlowers", Map.of("shopFound", false, "undeliverableReason", "超出配送范围")))
                .hasMessage("该订单已有退款申请在处理中，请等待客服处理");
        assertThat(process).isWaitingAt("Task_PurchaseFlowers");
    }

    private void accepted() {
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
    }
}
