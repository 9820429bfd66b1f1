package com.guncai.backoffice.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.DrawnWrong;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** However a diagram leads past the work to its end: the order stays with its process, and managers hear of it. */
@ProcessTest
@Import({Engine.class, DrawnWrong.class})
class CaseEndGuardTest {
    private static final String FLOWERS = "FlowerOrderProcess";

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    DrawnWrong drawn;

    @Autowired
    RuntimeService runtime;

    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void anOrderIsPlaced() {
        customer = MiniProgram.of(port, "130%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
    }

    @AfterEach
    void mend() {
        drawn.mend();
    }

    @ParameterizedTest
    @CsvSource({
        "StartEvent_OrderPaid, Gateway_PurchaseDue, EndEvent_NotDelivered",
        "Task_TellDesk, Task_PurchaseFlowers, EndEvent_FlowersDelivered"
    })
    void aFlowDrawnStraightToTheEndStopsBeforeTheOrderStarts(String source, String target, String end) {
        drawn.redirect(FLOWERS, source, target, end);
        stopsAtPayment();
    }

    @Test
    void soDoesAFlowThatWasDeleted() {
        drawn.draw(FLOWERS, xml -> xml.replaceFirst("<bpmn:sequenceFlow id=\"SequenceFlow_DeskTold\"[^>]*/>", ""));
        stopsAtPayment();
    }

    @Test
    void soDoesAnEmptyProcess() {
        drawn.draw(
                FLOWERS,
                xml -> xml.replaceFirst(
                        "(?s)(<bpmn:process [^>]*>).*</bpmn:process>",
                        "$1<bpmn:startEvent id=\"StartEvent_OrderPaid\"/></bpmn:process>"));
        stopsAtPayment();
    }

    private void stopsAtPayment() {
        customer.pays(orderNo);
        var payment = engine.process(orderNo);

        assertThat(engine.runInVain(payment, "Task_AwaitPayment", "流程却走到了结束")).isZero();

        assertThat(incidents(payment.getId())).singleElement().satisfies(incident -> assertThat(
                        incident.getIncidentMessage())
                .contains("鲜花配送", "订单 " + orderNo + " 还是“待接单”", "重试"));
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        drawn.mend();
        engine.run(payment, "Task_AwaitPayment");
        assertThat(engine.process(FLOWERS, orderNo)).isNotNull();
    }

    @Test
    void aPaidOrderThatNobodyStartsKeepsItsPayment() {
        drawn.redirect("PaymentProcess", "Gateway_Paid", "Task_StartFulfilment", "EndEvent_FulfilmentStarted");
        customer.pays(orderNo);

        assertThat(engine.runInVain(engine.process(orderNo), "Task_AwaitPayment", "流程却走到了结束"))
                .isZero();
    }

    @Test
    void aTaskBehindWhichTheOrderIsNotCompletedStaysAndIsAnIncidentUntilItIs() {
        var process = engine.paid(customer, orderNo);
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        engine.run(process, "Task_UploadShipping");
        drawn.redirect(FLOWERS, "Gateway_Delivered", "Task_CompleteOrder", "EndEvent_FlowersDelivered");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> engine.complete(
                            process, "Task_FollowDelivery", Map.of("deliveryNote", "", "completeEarly", true)))
                    .hasMessageContaining("已经报给主管");
        }

        assertThat(incidents(process.getId()))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains("跟进配送", orderNo, "已接单"));
        assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
        drawn.mend();
        engine.complete(process, "Task_FollowDelivery", Map.of("deliveryNote", "", "completeEarly", true));
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        assertThat(incidents(process.getId())).isEmpty();
    }

    @Test
    void aStepThatFailsBehindATaskIsItsIncidentToo() {
        var process = engine.paid(customer, orderNo);
        drawn.breakBetween(FLOWERS, "Task_RecordShopContact", "Task_TellAccepted");

        assertThatThrownBy(() -> engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer)))
                .hasMessageContaining("已经报给主管");

        assertThat(incidents(process.getId())).hasSize(1);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void whatTheClerkEnteredWrongIsNone() {
        var process = engine.paid(customer, orderNo);

        assertThatThrownBy(() -> engine.complete(process, "Task_PurchaseFlowers", Map.of()))
                .hasMessage("请选择“有店可送”，或填写无法配送的原因");

        assertThat(incidents(process.getId())).isEmpty();
    }

    @Test
    void aRefundThatNobodyDecidedDoesNotEnd() {
        engine.paid(customer, orderNo);
        drawn.redirect("RefundProcess", "Task_DecideRefund", "Task_RecordDecision", "EndEvent_RefundRejected");
        customer.asksForRefund(orderNo, "不想要了").is(202);
        var refund = engine.process("RefundProcess", orderNo);

        assertThatThrownBy(() -> engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", true)))
                .hasMessageContaining("退单 " + refund.getBusinessKey());
    }

    @Test
    void anAdministratorMayDeleteACase() {
        var process = engine.paid(customer, orderNo);

        runtime.deleteProcessInstance(process.getId(), "test");

        assertThat(engine.process(orderNo)).isNull();
    }

    private List<Incident> incidents(String process) {
        return runtime.createIncidentQuery().processInstanceId(process).list();
    }
}
