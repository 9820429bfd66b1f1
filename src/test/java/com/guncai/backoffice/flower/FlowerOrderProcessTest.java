package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.OffsetDateTime;
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
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        process = engine.paid(customer, orderNo);
    }

    @Test
    void thePaymentBringsItToTheFlowerDesk() {
        assertThat(process).hasPassed("Task_TellDesk").isWaitingAtExactly("Task_PurchaseFlowers");
        assertThat(task("Task_PurchaseFlowers", process))
                .hasCandidateGroup("flower-desk")
                .isNotAssigned();
        assertThat(process).variables().containsOnlyKeys("orderNo");
        Assertions.assertThat(engine.messages(orderNo)).containsExactly("DESK_ORDER_PAID");
    }

    @Test
    void theDeskIsRemindedWhenNobodyBuys() {
        engine.look("Task_PurchaseFlowers", process);

        assertThat(process).isWaitingAtExactly("Task_PurchaseFlowers");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void aShopTakesTheOrder() {
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
        var wrong = FlowerShop.foundFor(customer);
        wrong.put("shopPhone", "abc");

        assertThatThrownBy(() -> engine.complete(process, "Task_PurchaseFlowers", wrong))
                .hasMessage("店家电话格式有误，请填写手机号或带区号的座机");

        assertThat(process).isWaitingAt("Task_PurchaseFlowers");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aFormThatAnswersNothingIsRefusedInTheClerksWords() {
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
        Assertions.assertThat(engine.due("Task_FollowDelivery", process)).isEqualTo(expected.toInstant());
        Assertions.assertThat(engine.lookedAt("Task_FollowDelivery", process))
                .isEqualTo(expected.plusHours(2).toInstant());

        engine.look("Task_FollowDelivery", process);

        assertThat(process).isWaitingAt("Task_FollowDelivery");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_DELIVERY_OVERDUE");
    }

    private void accepted() {
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
    }
}
