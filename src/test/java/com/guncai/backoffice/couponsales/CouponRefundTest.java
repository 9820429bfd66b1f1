package com.guncai.backoffice.couponsales;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
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

/** Customers who want their money back before their codes are there. */
@ProcessTest
@Import(Engine.class)
class CouponRefundTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    CouponFulfilment handingOut;

    @Autowired
    CouponOrderRepository couponOrders;

    CodeBuyers buyers;
    MiniProgram customer;

    @BeforeEach
    void nothingIsInStock() {
        buyers = new CodeBuyers(port, engine);
        buyers.nothingIsInStock();
        customer = buyers.customer();
    }

    @Test
    void whoAsksBeforeTheCodesAreOutIsNotToldThatTheyAreShort() {
        var order = asksAtOnce();

        assertThat(order).isWaitingAtExactly("Task_AwaitRefundDecision");
        Assertions.assertThat(engine.messages(order.getBusinessKey()))
                .doesNotContain("CUSTOMER_COUPONS_AWAITED", "DESK_STOCK_SHORT");
        Assertions.assertThat(customer.timeline(order.getBusinessKey())).noneMatch(line -> line.contains("缺货"));
        Assertions.assertThat(awaitsStock(order)).isFalse();
    }

    @Test
    void whoIsRefusedGetsTheCodesAtOnce() {
        var order = asksAtOnce();

        decide(order, false);

        assertThat(order).isWaitingAtExactly("Task_HandOutCodes");
        engine.run(order, "Task_HandOutCodes");
        assertThat(order).isWaitingAtExactly("Task_UploadShipping");
        Assertions.assertThat(customer.coupons("ISSUED")).hasSize(1);
    }

    @Test
    void whoGetsTheMoneyBackGetsNoCodes() {
        var order = asksAtOnce();

        decide(order, true);

        assertThat(order)
                .hasPassed("StartEvent_OrderRefunded", "EndEvent_OrderRefunded")
                .isEnded();
        handingOut.serveWaiting("movie-30");
        Assertions.assertThat(customer.coupons("ISSUED")).isEmpty();
    }

    @Test
    void whoIsRefusedWhileWaitingIsServedAtOnceWithWhatCameMeanwhile() {
        var order = buyers.waiting(customer, 1);
        customer.asksForRefund(order.getBusinessKey(), "不想等了").is(202);
        buyers.stock(1);
        handingOut.serveWaiting("movie-30");
        assertThat(order).isWaitingAt("Task_RestockForOrder");

        decide(order, false);
        engine.run(order, "Task_LookAgain");

        assertThat(order)
                .hasPassed("BoundaryEvent_RefundClosed", "EndEvent_LookedAgain")
                .isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void aRefundedOrderWaitsForNothing() {
        var before = couponOrders.wanted("movie-30");
        var order = buyers.waiting(customer, 3);
        Assertions.assertThat(awaitsStock(order)).isTrue();
        customer.asksForRefund(order.getBusinessKey(), "不想等了").is(202);

        decide(order, true);

        assertThat(order).hasPassed("EndEvent_OrderRefunded").isEnded();
        Assertions.assertThat(awaitsStock(order)).isFalse();
        Assertions.assertThat(couponOrders.wanted("movie-30")).isEqualTo(before);
    }

    @Test
    void whoGetsAllTheMoneyBackKeepsNoUnusedCode() {
        buyers.stock(3);
        var order = buyers.paid(customer, 3);
        engine.run(order, "Task_HandOutCodes");
        var used = customer.coupons("ISSUED").at("/0/id").asLong();
        customer.redeems(used).is(200);
        customer.asksForRefund(order.getBusinessKey(), "看不了电影").is(202);

        decide(order, true);

        Assertions.assertThat(customer.coupons("ISSUED")).isEmpty();
        Assertions.assertThat(customer.coupons("VOID")).hasSize(2);
        Assertions.assertThat(customer.coupons("USED")).hasSize(1);
        var other = buyers.customer();
        var next = buyers.paid(other, 2);
        engine.run(next, "Task_HandOutCodes");
        Assertions.assertThat(other.coupons("ISSUED"))
                .as("their codes are in stock again")
                .hasSize(2);
    }

    private ProcessInstance asksAtOnce() {
        buyers.stock(1);
        var order = buyers.paid(customer, 1);
        customer.asksForRefund(order.getBusinessKey(), "买错了").is(202);
        engine.run(order, "Task_HandOutCodes");
        return order;
    }

    private void decide(ProcessInstance order, boolean approved) {
        var decision = approved
                ? Map.<String, Object>of("refundApproved", true)
                : Map.<String, Object>of("refundApproved", false, "decisionNote", "券码马上就到");
        engine.complete(engine.process("RefundProcess", order.getBusinessKey()), "Task_DecideRefund", decision);
    }

    private boolean awaitsStock(ProcessInstance order) {
        return customer.order(order.getBusinessKey())
                .json()
                .at("/details/awaitingStock")
                .asBoolean();
    }
}
