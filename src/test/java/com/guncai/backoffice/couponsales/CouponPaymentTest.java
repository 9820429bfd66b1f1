package com.guncai.backoffice.couponsales;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** How an order of coupons gets from its placing to its payment, or ends without one. */
@ProcessTest
@Import(Engine.class)
class CouponPaymentTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    MiniProgram customer;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void anOrderIsPlaced() {
        customer = CodeBuyers.customer(port);
        orderNo = customer.buys("movie-30", 1).is(201).text("/orderNo");
        process = engine.process(orderNo);
    }

    @Test
    void aPaymentOfWhichNobodyToldIsAskedForAfterFiveMinutes() {
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));

        engine.run(process, "BoundaryEvent_PaymentUnclear");
        engine.run(process, "Task_QueryPayment");

        assertThat(process).hasPassed("EndEvent_PaymentQueried").isWaitingAtExactly("Task_HandOutCodes");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void askingInVainChangesNothing() {
        engine.run(process, "BoundaryEvent_PaymentUnclear");
        engine.run(process, "Task_QueryPayment");

        assertThat(process).hasPassed("EndEvent_PaymentQueried").isWaitingAtExactly("Task_AwaitPayment");
    }

    @Test
    void anUnpaidOrderEndsAtItsDeadline() {
        Assertions.assertThat(engine.due(process, "BoundaryEvent_PaymentOverdue"))
                .isEqualTo(OffsetDateTime.parse(customer.order(orderNo).text("/payBefore"))
                        .toInstant()
                        .truncatedTo(ChronoUnit.MILLIS));

        engine.run(process, "BoundaryEvent_PaymentOverdue");
        engine.run(process, "Task_ClosePayment");

        assertThat(process)
                .hasPassed("Task_CancelOrder", "EndEvent_OrderCancelled")
                .isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("CANCELLED");
    }

    @Test
    void anOrderPaidInTheLastMomentGoesOn() {
        engine.run(process, "BoundaryEvent_PaymentOverdue");
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));

        engine.run(process, "Task_ClosePayment");

        assertThat(process).hasPassed("Gateway_PaidAfterAll").isWaitingAtExactly("Task_HandOutCodes");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void theCustomerCancelsBeforePaying() {
        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);

        assertThat(process).isWaitingAtExactly("Task_ClosePayment");
        engine.run(process, "Task_ClosePayment");
        assertThat(process)
                .hasPassed("BoundaryEvent_OrderCancelled", "EndEvent_OrderCancelled")
                .isEnded();
    }
}
