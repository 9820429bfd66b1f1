package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.FlowerShop;
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

/** What the diagram of the flower order promises: each end event, each timer, each message. */
@ProcessTest
@Import(Engine.class)
class FlowerOrderProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    MiniProgram customer;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void anOrderIsPlaced() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        process = engine.process(orderNo);
    }

    @Test
    void anOrderWaitsForItsPayment() {
        assertThat(process).isWaitingAtExactly("Task_AwaitPayment");
        assertThat(process).variables().containsOnlyKeys("orderNo");
    }

    @Test
    void thePaymentBringsItToTheFlowerDesk() {
        customer.pays(orderNo);

        assertThat(process).hasPassed("Task_TellDesk").isWaitingAtExactly("Task_PurchaseFlowers");
        assertThat(task("Task_PurchaseFlowers", process))
                .hasCandidateGroup("flower-desk")
                .isNotAssigned();
        Assertions.assertThat(engine.messages(orderNo)).containsExactly("DESK_ORDER_PAID");
    }

    @Test
    void aPaymentOfWhichNobodyToldIsAskedForAfterFiveMinutes() {
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));

        engine.run(process, "BoundaryEvent_PaymentUnclear");
        engine.run(process, "Task_QueryPayment");

        assertThat(process).hasPassed("EndEvent_PaymentQueried");
        assertThat(process).isWaitingAt("Task_PurchaseFlowers");
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

        assertThat(process).hasPassed("Gateway_PaidAfterAll").isWaitingAt("Task_PurchaseFlowers");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aNoticeThatArrivesWhileThePaymentIsBeingClosedIsNotLost() {
        engine.run(process, "BoundaryEvent_PaymentOverdue");
        customer.pays(orderNo);
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");

        engine.run(process, "Task_ClosePayment");

        assertThat(process).isWaitingAt("Task_PurchaseFlowers");
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
    void theDeskIsRemindedWhenNobodyBuys() {
        customer.pays(orderNo);

        engine.run(process, "BoundaryEvent_PurchaseOverdue");

        assertThat(process).hasPassed("EndEvent_PurchaseReminded").isWaitingAt("Task_PurchaseFlowers");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void aShopTakesTheOrder() {
        customer.pays(orderNo);

        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));

        assertThat(process).hasPassed("Task_RecordShopContact");
        assertThat(process)
                .hasPassed("Task_TellAccepted")
                .isWaitingAtExactly("Task_FollowDelivery", "Task_UploadShipping");
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_ORDER_ACCEPTED");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
        engine.run(process, "Task_UploadShipping");
        assertThat(process).hasPassed("EndEvent_ShippingUploaded");
    }

    @Test
    void whatTheClerkEnteredIsCheckedAndTheTaskStays() {
        customer.pays(orderNo);
        var wrong = FlowerShop.foundFor(customer);
        wrong.put("shopPhone", "abc");

        assertThatThrownBy(() -> engine.complete(process, "Task_PurchaseFlowers", wrong))
                .hasMessage("店家电话格式有误，请填写手机号或带区号的座机");

        assertThat(process).isWaitingAt("Task_PurchaseFlowers");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aFormThatAnswersNothingIsRefusedInTheClerksWords() {
        customer.pays(orderNo);

        assertThatThrownBy(() -> engine.complete(process, "Task_PurchaseFlowers", Map.of()))
                .hasMessage("请选择“有店可送”，或填写无法配送的原因");
    }

    @Test
    void theClerkFollowsTheDeliveryToItsEnd() {
        accepted();

        engine.complete(process, "Task_FollowDelivery", Map.of("deliveryNote", "本人签收"));

        assertThat(process).hasPassed("Task_CompleteOrder", "Task_TellDelivered", "EndEvent_FlowersDelivered");
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_ORDER_COMPLETED");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        engine.run(process, "Task_UploadShipping");
        assertThat(process).isEnded();
    }

    @Test
    void theCustomerConfirmsTheDelivery() {
        accepted();

        customer.api()
                .post("/api/v1/orders/" + orderNo + "/delivery-confirmation")
                .is(200);

        assertThat(process).hasPassed("BoundaryEvent_DeliveryConfirmed", "Task_CompleteOrder");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    @Test
    void theDeskIsRemindedTwoHoursAfterTheExpectedDelivery() {
        accepted();
        var expected = OffsetDateTime.parse(customer.order(orderNo).text("/shop/estimatedDeliveryAt"));
        Assertions.assertThat(engine.due(process, "BoundaryEvent_DeliveryOverdue"))
                .isEqualTo(expected.plusHours(2).toInstant());

        engine.run(process, "BoundaryEvent_DeliveryOverdue");

        assertThat(process).hasPassed("EndEvent_DeliveryReminded").isWaitingAt("Task_FollowDelivery");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_DELIVERY_OVERDUE");
    }

    private void accepted() {
        customer.pays(orderNo);
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
    }
}
