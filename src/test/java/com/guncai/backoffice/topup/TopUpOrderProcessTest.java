package com.guncai.backoffice.topup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

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
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        process = engine.paid(customer, orderNo);
    }

    @Test
    void messagesMaySayHowMuchAndNeverWhichPhone() {
        Assertions.assertThat(facts.of(orderNo)).containsExactly(Map.entry("face", "¥50.00"));
    }

    @Test
    void thePaymentBringsItToTheTopUpDesk() {
        assertThat(process).hasPassed("Task_TellDesk").isWaitingAtExactly("Task_TopUpPhone");
        assertThat(task("Task_TopUpPhone", process))
                .hasCandidateGroup("top-up-desk")
                .isNotAssigned();
        Assertions.assertThat(engine.messages(orderNo)).containsExactly("DESK_ORDER_PAID");
    }

    @Test
    void theDeskIsRemindedAfterAQuarterOfAnHour() {
        engine.look("Task_TopUpPhone", process);

        assertThat(process).isWaitingAtExactly("Task_TopUpPhone");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void aToppedUpPhoneCompletesTheOrder() {
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
        assertThatThrownBy(() -> engine.complete(process, "Task_TopUpPhone", Map.of("toppedUp", true)))
                .hasMessage("请填写充值流水号");

        assertThat(process).isWaitingAt("Task_TopUpPhone");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aTransactionNumberCountsForOneOrder() {
        toppedUp("ZFB" + orderNo);
        var another = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        var process = engine.paid(customer, another);

        assertThatThrownBy(() -> engine.complete(
                        process, "Task_TopUpPhone", Map.of("toppedUp", true, "transactionNo", " ZFB" + orderNo + " ")))
                .hasMessage("该充值流水号已登记在订单 " + orderNo + "，请核对后填写本单的流水号");

        assertThat(engine.process(another)).isWaitingAt("Task_TopUpPhone");
        Assertions.assertThat(customer.status(another)).isEqualTo("PAID");
    }

    @Test
    void aFormThatAnswersNothingIsRefusedInTheClerksWords() {
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
