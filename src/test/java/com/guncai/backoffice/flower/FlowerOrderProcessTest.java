package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.OffsetDateTime;
import java.util.List;
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

    @Autowired
    FlowerOrderProcess flowers;

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

        engine.complete(process, "Task_FollowDelivery", Map.of("deliveryNote", "本人签收", "completeEarly", true));

        assertThat(process).hasPassed("Task_CompleteOrder", "Task_TellDelivered", "EndEvent_FlowersDelivered");
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_ORDER_COMPLETED");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        engine.run(process, "Task_UploadShipping");
        assertThat(process).isEnded();
    }

    @Test
    void beforeTheSlotTheClerkHasToSayThatTheFlowersAreThere() {
        accepted();

        for (var answers : List.of(Map.<String, Object>of(), Map.<String, Object>of("completeEarly", false))) {
            assertThatThrownBy(() -> engine.complete(process, "Task_FollowDelivery", answers))
                    .hasMessageStartingWith("还没到配送时段（");
        }

        assertThat(process).isWaitingAt("Task_FollowDelivery");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
    }

    @Test
    void anAmountFarAboveThePriceIsAskedAboutOnce() {
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseCostYuan", 180.01);

        assertThatThrownBy(() -> engine.complete(process, "Task_PurchaseFlowers", shop))
                .hasMessage("公司实付 ¥180.01，超过 ¥150.00 的 120%。请核对金额；确实无误，勾选“金额已核对”再提交");
        assertThat(process).isWaitingAt("Task_PurchaseFlowers");

        shop.put("costConfirmed", true);
        engine.complete(process, "Task_PurchaseFlowers", shop);
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
    }

    @Test
    void anAmountUpToTheShareInTheTableIsNotAskedAbout() {
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseCostYuan", 180);

        engine.complete(process, "Task_PurchaseFlowers", shop);

        Assertions.assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
    }

    @Test
    void aNumberOfMeituanStandsForOneOrder() {
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", "mt" + orderNo);
        engine.complete(process, "Task_PurchaseFlowers", shop);
        var second = customer.placesFlowers();
        var other = engine.paid(customer, second);

        shop.put("purchaseOrderNo", "MT" + orderNo);
        assertThatThrownBy(() -> engine.complete(other, "Task_PurchaseFlowers", shop))
                .hasMessage("该美团订单号已登记在订单 " + orderNo + "，请核对后填写本单的美团订单号");
        assertThat(other).isWaitingAt("Task_PurchaseFlowers");
    }

    @Test
    void theClerkIsToldOfAnotherOrderForTheSameFlowers() {
        var twin = customer.placesFlowers();
        engine.paid(customer, twin);
        var elsewhere = customer.flowers();
        elsewhere.put("phone", "13900000002");
        customer.pays(customer.orders(elsewhere).is(201).text("/orderNo"));
        customer.placesFlowers();

        var card = flowers.cardContent(orderNo);

        Assertions.assertThat(((FlowerOrderCards.Card) card).repeated())
                .contains(twin + "（待接单）", "先核对是不是重复下单")
                .doesNotContain("；");
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
