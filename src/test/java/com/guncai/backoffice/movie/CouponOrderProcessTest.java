package com.guncai.backoffice.movie;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What the diagram of bought coupons promises: each end event, each timer, each message. */
@ProcessTest
@Import(Engine.class)
class CouponOrderProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    HandingOut handingOut;

    MiniProgram customer;

    @BeforeEach
    void nothingIsInStock() {
        Json.at(port).delete("/sandbox/codes").is(204);
        customer = newCustomer();
    }

    @Test
    void anOrderWaitsForItsPayment() {
        var process = engine.process(customer.buys("movie-30", 2).is(201).text("/orderNo"));

        assertThat(process).isWaitingAtExactly("Task_AwaitPayment");
        assertThat(process).variables().containsOnlyKeys("orderNo");
    }

    @Test
    void whatIsInStockIsInTheWalletAndTheOrderIsCompleted() {
        stock(3);

        var order = paid(customer, 2);
        engine.run(order, "Task_HandOutCodes");

        Assertions.assertThat(customer.coupons("ISSUED")).hasSize(2);
        Assertions.assertThat(customer.status(order.getBusinessKey())).isEqualTo("COMPLETED");
        Assertions.assertThat(engine.messages(order.getBusinessKey())).containsExactly("CUSTOMER_COUPONS_READY");
        engine.run(order, "Task_UploadShipping");
        assertThat(order).hasPassed("EndEvent_CodesHandedOut").isEnded();
    }

    @Test
    void aCashbackCouponNeedsNoStock() {
        var order = customer.buys("fuel-50", 1).is(201).text("/orderNo");
        var process = engine.process(order);
        customer.pays(order);

        engine.run(process, "Task_HandOutCodes");

        Assertions.assertThat(customer.coupons("ISSUED").at("/0/kind").asText()).isEqualTo("CASHBACK");
        assertThat(process).isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void whenTheStockIsShortTheCouponDeskIsAskedToBuy() {
        stock(1);

        var order = paid(customer, 2);
        engine.run(order, "Task_HandOutCodes");

        assertThat(order).isWaitingAt("Task_RestockForOrder");
        assertThat(task("Task_RestockForOrder", order)).hasCandidateGroup("coupon-desk");
        Assertions.assertThat(engine.messages(order.getBusinessKey()))
                .containsExactlyInAnyOrder("CUSTOMER_COUPONS_AWAITED", "DESK_STOCK_SHORT");
        Assertions.assertThat(customer.status(order.getBusinessKey())).isEqualTo("PAID");
        Assertions.assertThat(customer.coupons("ISSUED")).isEmpty();
        Assertions.assertThat(customer.timeline(order.getBusinessKey())).anyMatch(line -> line.contains("缺货"));
    }

    @Test
    void whenCodesArriveTheOldestOrderIsServedFirstAndItsTaskIsGone() {
        var first = waiting(newCustomer(), 2);
        var second = waiting(newCustomer(), 1);

        stock(2);
        handingOut.serveWaiting("movie-30");

        assertThat(first).isWaitingAtExactly("Task_UploadShipping");
        assertThat(second).isWaitingAt("Task_RestockForOrder");
        stock(1);
        handingOut.serveWaiting("movie-30");
        assertThat(second).isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void whoPaysLaterDoesNotOvertakeWhoWaits() {
        var first = waiting(newCustomer(), 2);
        stock(1);

        var second = paid(customer, 1);
        engine.run(second, "Task_HandOutCodes");

        assertThat(second).isWaitingAt("Task_RestockForOrder");
        assertThat(first).isWaitingAt("Task_RestockForOrder");
        Assertions.assertThat(customer.coupons("ISSUED")).isEmpty();
    }

    @Test
    void whoIsStillWaitingIsServedByTheNextBuyersLook() {
        var first = waiting(newCustomer(), 1);
        stock(2);

        var second = paid(customer, 1);
        engine.run(second, "Task_HandOutCodes");

        assertThat(first).isWaitingAtExactly("Task_UploadShipping");
        assertThat(second).isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void theStockIsLookedAtAgainEveryHour() {
        var order = waiting(customer, 1);
        stock(1);

        engine.run(order, "BoundaryEvent_AnotherHour");

        assertThat(order).hasPassed("Task_LookAgain", "EndEvent_LookedAgain").isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void lookingInVainChangesNothing() {
        var order = waiting(customer, 1);

        engine.run(order, "BoundaryEvent_AnotherHour");

        assertThat(order).hasPassed("EndEvent_LookedAgain").isWaitingAt("Task_RestockForOrder");
    }

    @Test
    void aDeskThatDoesNotBuyIsRemindedAfterFourHours() {
        var order = waiting(customer, 1);

        engine.run(order, "BoundaryEvent_RestockOverdue");

        assertThat(order).hasPassed("EndEvent_RestockReminded").isWaitingAt("Task_RestockForOrder");
        Assertions.assertThat(engine.messages(order.getBusinessKey())).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void whatWasBoughtAndDoesNotComeIsAskedForAgainAfterThreeDays() {
        var order = waiting(customer, 1);
        engine.complete(order, "Task_RestockForOrder", Map.of());
        assertThat(order).isWaitingAt("IntermediateEvent_CodesOverdue");

        engine.run(order, "IntermediateEvent_CodesOverdue");

        assertThat(order).hasPassed("EndEvent_CodesOverdue").isWaitingAt("Task_RestockForOrder");
    }

    @Test
    void codesThatComeAfterTheyWereBoughtEndTheWaitingToo() {
        var order = waiting(customer, 1);
        engine.complete(order, "Task_RestockForOrder", Map.of());

        stock(1);
        handingOut.serveWaiting("movie-30");

        assertThat(order).isWaitingAtExactly("Task_UploadShipping");
    }

    private ProcessInstance waiting(MiniProgram buyer, int quantity) {
        var order = paid(buyer, quantity);
        engine.run(order, "Task_HandOutCodes");
        assertThat(order).isWaitingAt("Task_RestockForOrder");
        return order;
    }

    private ProcessInstance paid(MiniProgram buyer, int quantity) {
        var orderNo = buyer.buys("movie-30", quantity).is(201).text("/orderNo");
        var process = engine.process(orderNo);
        buyer.pays(orderNo);
        assertThat(process).isWaitingAtExactly("Task_HandOutCodes");
        return process;
    }

    private void stock(int count) {
        Json.at(port).post("/sandbox/codes", Map.of("count", count)).is(201);
    }

    private MiniProgram newCustomer() {
        return MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }
}
