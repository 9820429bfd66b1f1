package com.guncai.backoffice.topup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

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

/** What the diagram of the top-up promises: each end event, each timer, each message. */
@ProcessTest
@Import(Engine.class)
class TopUpOrderProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    TopUpOrderFacts facts;

    MiniProgram customer;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void anOrderIsPlaced() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        process = engine.process(orderNo);
    }

    @Test
    void anOrderWaitsForItsPayment() {
        assertThat(process).isWaitingAtExactly("Task_AwaitPayment");
        assertThat(process).variables().containsOnlyKeys("orderNo");
    }

    @Test
    void messagesMaySayHowMuchAndNeverWhichPhone() {
        Assertions.assertThat(facts.of(orderNo)).containsExactly(Map.entry("face", "¥50.00"));
    }

    @Test
    void thePaymentBringsItToTheTopUpDesk() {
        customer.pays(orderNo);

        assertThat(process).hasPassed("Task_TellDesk").isWaitingAtExactly("Task_TopUpPhone");
        assertThat(task("Task_TopUpPhone", process))
                .hasCandidateGroup("top-up-desk")
                .isNotAssigned();
        Assertions.assertThat(engine.messages(orderNo)).containsExactly("DESK_ORDER_PAID");
    }

    @Test
    void aPaymentOfWhichNobodyToldIsAskedForAfterFiveMinutes() {
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));

        engine.run(process, "BoundaryEvent_PaymentUnclear");
        engine.run(process, "Task_QueryPayment");

        assertThat(process).hasPassed("EndEvent_PaymentQueried");
        assertThat(process).isWaitingAt("Task_TopUpPhone");
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

        assertThat(process).hasPassed("Gateway_PaidAfterAll").isWaitingAt("Task_TopUpPhone");
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

    @Test
    void theDeskIsRemindedAfterAQuarterOfAnHour() {
        customer.pays(orderNo);

        engine.run(process, "BoundaryEvent_TopUpOverdue");

        assertThat(process).hasPassed("EndEvent_TopUpReminded").isWaitingAt("Task_TopUpPhone");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void aToppedUpPhoneCompletesTheOrder() {
        customer.pays(orderNo);

        toppedUp("ZFB" + orderNo);

        assertThat(process).hasPassed("Task_RecordTopUp");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_ORDER_COMPLETED");
        engine.run(process, "Task_UploadShipping");
        assertThat(process)
                .hasPassed("Task_TellToppedUp", "EndEvent_PhoneToppedUp")
                .isEnded();
    }

    @Test
    void aMissingTransactionNumberKeepsTheTask() {
        customer.pays(orderNo);

        assertThatThrownBy(() -> engine.complete(process, "Task_TopUpPhone", Map.of("toppedUp", true)))
                .hasMessage("请填写充值流水号");

        assertThat(process).isWaitingAt("Task_TopUpPhone");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aTransactionNumberCountsForOneOrder() {
        customer.pays(orderNo);
        toppedUp("ZFB" + orderNo);
        var another = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        customer.pays(another);

        assertThatThrownBy(() -> engine.complete(
                        engine.process(another),
                        "Task_TopUpPhone",
                        Map.of("toppedUp", true, "transactionNo", " ZFB" + orderNo + " ")))
                .hasMessage("该充值流水号已登记在订单 " + orderNo + "，请核对后填写本单的流水号");

        assertThat(engine.process(another)).isWaitingAt("Task_TopUpPhone");
        Assertions.assertThat(customer.status(another)).isEqualTo("PAID");
    }

    @Test
    void aFormThatAnswersNothingIsRefusedInTheClerksWords() {
        customer.pays(orderNo);

        assertThatThrownBy(() -> engine.complete(process, "Task_TopUpPhone", Map.of()))
                .hasMessage("请选择“是，已充值”，或填写充不进去的原因");
    }

    private void toppedUp(String transactionNo) {
        engine.complete(
                process,
                "Task_TopUpPhone",
                Map.of("toppedUp", true, "transactionNo", transactionNo, "purchaseCostYuan", 49.8));
    }
}
