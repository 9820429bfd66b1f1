package com.guncai.backoffice.payment;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.DrawnWrong;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the diagram of the payment promises: each end event, each timer, each message. */
@ProcessTest
@Import({Engine.class, DrawnWrong.class})
class PaymentProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    DrawnWrong drawn;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RepositoryService repository;

    MiniProgram customer;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void anOrderIsPlaced() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        process = engine.process(orderNo);
    }

    @AfterEach
    void theReleasesModelsAreInForce() {
        drawn.mend();
        repository
                .createDeploymentQuery()
                .deploymentSource("test")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void thePaymentStartsTheProcessOfTheServiceInAJobOfItsOwn() {
        customer.pays(orderNo);
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
        assertThat(process).hasNotPassed("Task_StartFulfilment");

        engine.run(process, "Task_AwaitPayment");

        assertThat(process)
                .hasPassed("Task_StartFulfilment", "EndEvent_FulfilmentStarted")
                .isEnded();
        assertThat(engine.process("FlowerOrderProcess", orderNo)).isWaitingAtExactly("Task_PurchaseFlowers");
    }

    @Test
    void eachServiceHasItsProcess() {
        assertThat(engine.paid(
                        customer, customer.topsUp("13800138000", 5000).is(201).text("/orderNo")))
                .isWaitingAtExactly("Task_TopUpPhone");
        assertThat(engine.paid(customer, customer.buys("movie-30", 1).is(201).text("/orderNo")))
                .isWaitingAtExactly("Task_HandOutCodes");
        assertThat(engine.paid(customer, customer.buys("fuel-50", 1).is(201).text("/orderNo")))
                .isWaitingAtExactly("Task_HandOutCodes");
    }

    @Test
    void aDiagramThatCannotStartIsForAManagerToMendAndNoPaymentIsRefused() throws IOException {
        drawn.draw(
                "FlowerOrderProcess",
                xml -> xml.replace("'flower-desk', 'DESK_ORDER_PAID'", "noSuchDesk, 'DESK_ORDER_PAID'"));

        Assertions.assertThat(customer.pays(orderNo)
                        .json()
                        .at("/notifications/0/status")
                        .asInt())
                .isEqualTo(204);

        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
        Assertions.assertThat(engine.runInVain(process, "Task_AwaitPayment", "Unknown property used in expression"))
                .as("a mistake of the diagram is for a manager at once")
                .isZero();
        deploys("FlowerOrderProcess", "name=\"美团下单\"", "name=\"再次美团下单\"");
        engine.run(process, "Task_AwaitPayment");
        assertThat(engine.process(orderNo)).isWaitingAtExactly("Task_PurchaseFlowers");
    }

    @Test
    void whatAManagerDrawsBehindTheWaitRefusesNoPaymentEither() {
        drawn.draw("PaymentProcess", xml -> xml.replace("camunda:asyncAfter=\"true\"", "")
                .replace(
                        "${paymentProcess.startFulfilment(orderNo)}",
                        "${paymentProcess.startFulfilment(noSuchNumber)}"));
        orderNo = customer.placesFlowers();
        process = engine.process(orderNo);

        Assertions.assertThat(customer.pays(orderNo)
                        .json()
                        .at("/notifications/0/status")
                        .asInt())
                .isEqualTo(204);

        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
        Assertions.assertThat(engine.runInVain(process, "Task_AwaitPayment", "Unknown property used in expression"))
                .as("a mistake of the diagram is for a manager at once")
                .isZero();
    }

    /** Whoever decides on the refund may be quicker than a job that fails again and again. */
    @Test
    void nobodyFulfilsAnOrderWhoseMoneyIsOnItsWayBack() {
        customer.pays(orderNo);
        jdbc.update("update customer_order set status = 'REFUNDING' where order_no = ?", orderNo);

        engine.run(process, "Task_AwaitPayment");

        assertThat(process).hasPassed("EndEvent_FulfilmentStarted").isEnded();
        Assertions.assertThat(engine.process(orderNo)).isNull();
    }

    @Test
    void anOrderWaitsForItsPayment() {
        assertThat(process).isWaitingAtExactly("Task_AwaitPayment");
        assertThat(process).variables().containsOnlyKeys("orderNo");
    }

    @Test
    void aPaymentOfWhichNobodyToldIsAskedForAfterFiveMinutes() {
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));

        engine.run(process, "BoundaryEvent_PaymentUnclear");
        engine.run(process, "Task_QueryPayment");

        assertThat(process).hasPassed("EndEvent_PaymentQueried");
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

        assertThat(process)
                .hasPassed("Gateway_PaidAfterAll", "Task_StartFulfilment", "EndEvent_FulfilmentStarted")
                .isEnded();
        assertThat(engine.process(orderNo)).isWaitingAtExactly("Task_PurchaseFlowers");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aNoticeThatArrivesWhileThePaymentIsBeingClosedIsNotLost() {
        engine.run(process, "BoundaryEvent_PaymentOverdue");
        customer.pays(orderNo);
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");

        engine.run(process, "Task_ClosePayment");

        assertThat(process).hasPassed("Task_StartFulfilment").isEnded();
        assertThat(engine.process(orderNo)).isWaitingAtExactly("Task_PurchaseFlowers");
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

    private void deploys(String key, String part, String changed) throws IOException {
        var diagram = Files.readString(Path.of("processes", key + ".bpmn"));
        Assertions.assertThat(diagram).contains(part);
        repository
                .createDeployment()
                .source("test")
                .addString(key + ".bpmn", diagram.replace(part, changed))
                .deploy();
    }
}
