package com.guncai.backoffice.couponsales;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import org.assertj.core.api.Assertions;
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
    CouponFulfilment handingOut;

    CodeBuyers buyers;
    MiniProgram customer;

    @BeforeEach
    void nothingIsInStock() {
        buyers = new CodeBuyers(port, engine);
        buyers.nothingIsInStock();
        customer = buyers.customer();
    }

    @Test
    void anOrderWaitsForItsPayment() {
        var process = engine.process(customer.buys("movie-30", 2).is(201).text("/orderNo"));

        assertThat(process).isWaitingAtExactly("Task_AwaitPayment");
        assertThat(process).variables().containsOnlyKeys("orderNo");
    }

    @Test
    void whatIsInStockIsInTheWalletAndTheOrderIsCompleted() {
        buyers.stock(3);

        var order = buyers.paid(customer, 2);
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
        var process = engine.paid(customer, order);

        engine.run(process, "Task_HandOutCodes");

        Assertions.assertThat(customer.coupons("ISSUED").at("/0/kind").asText()).isEqualTo("CASHBACK");
        assertThat(process).isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void whenTheStockIsShortTheCouponDeskIsAskedToBuy() {
        buyers.stock(1);

        var order = buyers.paid(customer, 2);
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
        var first = buyers.waiting(buyers.customer(), 2);
        var second = buyers.waiting(buyers.customer(), 1);

        buyers.stock(2);
        handingOut.serveWaiting("movie-30");

        assertThat(first).isWaitingAtExactly("Task_UploadShipping");
        assertThat(second).isWaitingAt("Task_RestockForOrder");
        buyers.stock(1);
        handingOut.serveWaiting("movie-30");
        assertThat(second).isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void whoPaysLaterDoesNotOvertakeWhoWaits() {
        var first = buyers.waiting(buyers.customer(), 2);
        buyers.stock(1);

        var second = buyers.paid(customer, 1);
        engine.run(second, "Task_HandOutCodes");

        assertThat(second).isWaitingAt("Task_RestockForOrder");
        assertThat(first).isWaitingAt("Task_RestockForOrder");
        Assertions.assertThat(customer.coupons("ISSUED")).isEmpty();
    }

    /** A job may fail and run again later than those of orders that were paid after it. */
    @Test
    void whoPaidFirstIsServedFirstWhoeverIsLookedAtFirst() {
        var first = buyers.paid(buyers.customer(), 1);
        var second = buyers.paid(customer, 1);
        buyers.stock(1);

        engine.run(second, "Task_HandOutCodes");

        assertThat(second).isWaitingAt("Task_RestockForOrder");
        engine.run(first, "Task_HandOutCodes");
        assertThat(first).isWaitingAtExactly("Task_UploadShipping");
        Assertions.assertThat(customer.coupons("ISSUED")).isEmpty();
    }

    @Test
    void whoIsStillWaitingIsServedByTheNextBuyersLook() {
        var first = buyers.waiting(buyers.customer(), 1);
        buyers.stock(2);

        var second = buyers.paid(customer, 1);
        engine.run(second, "Task_HandOutCodes");

        assertThat(first).isWaitingAtExactly("Task_UploadShipping");
        assertThat(second).isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void theStockIsLookedAtAgainEveryHour() {
        var order = buyers.waiting(customer, 1);
        buyers.stock(1);

        engine.run(order, "BoundaryEvent_AnotherHour");
        engine.run(order, "Task_LookAgain");

        assertThat(order).hasPassed("Task_LookAgain", "EndEvent_LookedAgain").isWaitingAtExactly("Task_UploadShipping");
    }

    @Test
    void lookingInVainChangesNothing() {
        var order = buyers.waiting(customer, 1);

        engine.run(order, "BoundaryEvent_AnotherHour");
        engine.run(order, "Task_LookAgain");

        assertThat(order).hasPassed("EndEvent_LookedAgain").isWaitingAt("Task_RestockForOrder");
    }

    @Test
    void aDeskThatDoesNotBuyIsRemindedAfterFourHours() {
        var order = buyers.waiting(customer, 1);

        engine.look("Task_RestockForOrder", order);

        assertThat(order).isWaitingAt("Task_RestockForOrder");
        Assertions.assertThat(engine.messages(order.getBusinessKey())).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void whatWasBoughtAndDoesNotComeIsAskedForAgainAfterThreeDays() {
        var order = buyers.waiting(customer, 1);
        engine.complete(order, "Task_RestockForOrder", Map.of());
        assertThat(order).isWaitingAt("IntermediateEvent_CodesOverdue");

        engine.run(order, "IntermediateEvent_CodesOverdue");

        assertThat(order).hasPassed("EndEvent_CodesOverdue").isWaitingAt("Task_RestockForOrder");
    }

    @Test
    void codesThatComeAfterTheyWereBoughtEndTheWaitingToo() {
        var order = buyers.waiting(customer, 1);
        engine.complete(order, "Task_RestockForOrder", Map.of());

        buyers.stock(1);
        handingOut.serveWaiting("movie-30");

        assertThat(order).isWaitingAtExactly("Task_UploadShipping");
    }
}
