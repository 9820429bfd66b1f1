package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.DeploymentFinding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;

/** No diagram leaves out what the code needs, and none leads past it to its end. */
class RequiredStepsRuleTest {
    private static final Map<String, Class<? extends CaseProcess>> OWN = Declared.processes();

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void eachDiagramOfTheReleaseHasWhatItsClassNeeds(Path file) throws IOException {
        assertThat(said(key(file), Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("com.guncai.backoffice.process.deployment.Models#diagrams")
    void eachStepThatAClassNeedsIsOne(Path file) {
        assertThat(process(key(file)).requiredSteps().all()).allSatisfy(step -> {
            var call = step.split("\\.");
            var type = OWN.get(Character.toUpperCase(call[0].charAt(0)) + call[0].substring(1));
            assertThat(
                            call.length == 1
                                    ? OWN.containsKey(step)
                                    : type == null
                                            || Stream.of(type.getMethods()).anyMatch(method -> method.getName()
                                                    .equals(call[1])))
                    .as(step)
                    .isTrue();
        });
    }

    /** What happens besides the case ends nothing; what interrupts it does. */
    @Test
    void aTimerThatInterruptsTheCaseMayNotEndIt() throws IOException {
        var drawn = Files.readString(Path.of("processes/AfterSalesProcess.bpmn"));

        assertThat(said("AfterSalesProcess", drawn.replace("isInterrupting=\"false\"", "isInterrupting=\"true\"")))
                .anySatisfy(each -> assertThat(each).contains("「主管已知道」(EndEvent_ManagersTold)不经过“办结售后”就能走到"));
    }

    @ParameterizedTest
    @CsvSource({
        "FlowerOrderProcess, Gateway_Delivered, Task_CompleteOrder, EndEvent_FlowersDelivered, 「鲜花已送达」(EndEvent_FlowersDelivered)不经过“完成订单”或“办理退单”就能走到",
        "FlowerOrderProcess, Task_TellDesk, Task_PurchaseFlowers, EndEvent_NotDelivered, 「未配送，已退款」(EndEvent_NotDelivered)不经过",
        "FlowerOrderProcess, StartEvent_OrderPaid, Gateway_PurchaseDue, EndEvent_FlowersDelivered, 订单已付款 → 鲜花已送达",
        "FlowerOrderProcess, BoundaryEvent_DeliveryConfirmed, Gateway_Delivered, EndEvent_FlowersDelivered, 用户已确认送达 → 鲜花已送达",
        "FlowerOrderProcess, Gateway_ShopFound, Task_RecordShopContact, Task_CompleteOrder, 「完成订单」(Task_CompleteOrder)不经过“登记店家联系方式”就能走到",
        "TopUpOrderProcess, Gateway_ToppedUp, Task_RecordTopUp, Task_TellToppedUp, 「话费已充值」(EndEvent_PhoneToppedUp)不经过“登记充值流水”",
        "CashbackClaimProcess, Gateway_GivenUp, Task_RecordGivenUp, Task_TellGivenUp, 「用户已放弃」",
        "PaymentProcess, Gateway_Paid, Task_StartFulfilment, EndEvent_FulfilmentStarted, 「已开始办理」",
        "PaymentProcess, Gateway_NotPaid, Task_ClosePayment, Task_CancelOrder, 「取消订单」(Task_CancelOrder)不经过“核对并关闭支付单”",
        "RefundProcess, Task_TellRequested, Task_TellApprover, EndEvent_RefundRejected, 「退单已驳回」"
    })
    void aWayPastTheWorkIsRefusedByTheNameOfItsEnd(
            String key, String source, String target, String instead, String told) throws IOException {
        assertThat(said(key, redirected(key, source, target, instead))).anyMatch(text -> text.contains(told));
    }

    @ParameterizedTest
    @CsvSource({
        "FlowerOrderProcess, ${flowerOrderProcess.complete(orderNo}, ${flowerOrderProcess.card(orderNo}, 少了“完成订单”这一步",
        "FlowerOrderProcess, name=\"OrderRefunded\", name=\"Nothing\", 少了接收消息 OrderRefunded 的事件",
        "FlowerOrderProcess, name=\"DeliveryConfirmed\", name=\"Nothing\", 少了接收消息 DeliveryConfirmed 的事件",
        "CashbackClaimProcess, name=\"PayeeCorrected\", name=\"Nothing\", 少了接收消息 PayeeCorrected 的事件",
        "RefundProcess, name=\"RefundFailed\", name=\"Nothing\", 少了接收消息 RefundFailed 的事件",
        "PaymentProcess, name=\"PaymentReceived\", name=\"Nothing\", 少了接收消息 PaymentReceived 的事件"
    })
    void aStepOrAMessageThatIsMissingIsRefused(String key, String right, String wrong, String told) throws IOException {
        var diagram = diagram(key);
        var changed = diagram.replace(right.replace("orderNo}", "orderNo"), wrong.replace("orderNo}", "orderNo"));
        assertThat(changed).isNotEqualTo(diagram);
        assertThat(said(key, changed)).anyMatch(text -> text.contains(told));
    }

    /** A way that a condition is thought to close is a way. */
    @Test
    void aConditionThatAlwaysHoldsConcludesNothing() throws IOException {
        var diagram = diagram("FlowerOrderProcess")
                .replace(
                        "</bpmn:process>",
                        """
                        <bpmn:sequenceFlow id="SequenceFlow_Past" sourceRef="Gateway_ShopFound" targetRef="EndEvent_NotDelivered">
                        <bpmn:conditionExpression>${true}</bpmn:conditionExpression></bpmn:sequenceFlow></bpmn:process>""");

        assertThat(said("FlowerOrderProcess", diagram)).anyMatch(text -> text.contains("有店可送？ → 未配送，已退款"));
    }

    @Test
    void aTaskMoreBeforeTheEndIsWelcome() throws IOException {
        var diagram = redirected("FlowerOrderProcess", "Gateway_Delivered", "Task_CompleteOrder", "Task_Call")
                .replace(
                        "</bpmn:process>",
                        """
                        <bpmn:userTask id="Task_Call" name="回访"/>
                        <bpmn:sequenceFlow id="SequenceFlow_Called" sourceRef="Task_Call" targetRef="Task_CompleteOrder"/>
                        </bpmn:process>""");

        assertThat(said("FlowerOrderProcess", diagram)).isEmpty();
    }

    private static String redirected(String key, String source, String target, String instead) throws IOException {
        var flow = "sourceRef=\"%s\" targetRef=\"%s\"";
        var diagram = diagram(key);
        var changed = diagram.replace(flow.formatted(source, target), flow.formatted(source, instead));
        assertThat(changed).isNotEqualTo(diagram);
        return changed;
    }

    private static String diagram(String key) throws IOException {
        return Files.readString(Path.of("processes", key + ".bpmn"));
    }

    private static String key(Path file) {
        return file.getFileName().toString().replace(".bpmn", "");
    }

    private static CaseProcess process(String key) {
        var process = mock(OWN.get(key), Mockito.CALLS_REAL_METHODS);
        Mockito.doReturn(key).when(process).key();
        return process;
    }

    @SuppressWarnings("unchecked")
    private static List<String> said(String key, String xml) {
        var process = process(key);
        ObjectProvider<CaseProcess> processes = mock(ObjectProvider.class);
        when(processes.stream()).thenAnswer(asked -> Stream.of(process));
        var findings = new Findings();
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        new RequiredStepsRule(processes).check(new Diagram(key + ".bpmn", model, Map.of()), findings);
        return findings.all().stream().map(DeploymentFinding::text).toList();
    }
}
