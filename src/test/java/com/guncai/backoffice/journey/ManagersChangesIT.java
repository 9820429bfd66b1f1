package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Modeler.between;
import static com.guncai.backoffice.journey.Modeler.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What managers change, deployed as Camunda Modeler does, and a real order that runs by it: each ends well. */
class ManagersChangesIT extends ManagersFixture {
    private static final String APPROVAL =
            """
            <bpmn:userTask id="Task_Approve" name="主管审批" camunda:formRef="approve-order" camunda:formRefBinding="deployment" camunda:candidateGroups="managers">
              <bpmn:extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="order">${flowerOrderProcess.card(orderNo)}</camunda:inputParameter>
                <camunda:inputParameter name="summary">${flowerOrderProcess.summary(orderNo)}</camunda:inputParameter>
              </camunda:inputOutput></bpmn:extensionElements>
              <bpmn:incoming>SequenceFlow_DeskTold</bpmn:incoming>
              <bpmn:outgoing>SequenceFlow_After_Task_Approve</bpmn:outgoing>
            </bpmn:userTask>""";

    @AfterEach
    void backToTheRelease() {
        modeler.deploys(
                        FLOWERS,
                        file(FLOWERS),
                        "purchase-flowers.form",
                        file("purchase-flowers.form"),
                        "follow-delivery.form",
                        file("follow-delivery.form"))
                .is(200);
    }

    @Test
    void anSmsByTemplateIsSentAndTheOrderGoesOn() {
        modeler.deploys(
                        FLOWERS,
                        between(
                                file(FLOWERS),
                                "SequenceFlow_DeskTold",
                                """
                        <bpmn:serviceTask id="Task_TellService" name="短信通知客服" camunda:modelerTemplate="com.guncai.backoffice.tell-desk" camunda:modelerTemplateVersion="2" camunda:expression="${notification.tellDesk(orderNo, 'customer-service', 'DESK_ORDER_PAID')}">
                          <bpmn:incoming>SequenceFlow_DeskTold</bpmn:incoming>
                          <bpmn:outgoing>SequenceFlow_After_Task_TellService</bpmn:outgoing>
                        </bpmn:serviceTask>""",
                                "Task_TellService"))
                .is(200);

        var orderNo = paid();

        completes(orderNo);
        await().untilAsserted(() -> assertThat(
                        Json.at(port).get("/sandbox/sms").is(200).body().split(orderNo, -1).length - 1)
                .as("messages about the order: to the flower desk, and to customer service")
                .isGreaterThanOrEqualTo(2));
    }

    @Test
    void managersApproveWithAFormOfTheirOwn() {
        modeler.deploys(
                        FLOWERS,
                        between(file(FLOWERS), "SequenceFlow_DeskTold", APPROVAL, "Task_Approve"),
                        "approve-order.form",
                        approvalForm())
                .is(200);
        var orderNo = paid();

        var manager = new Clerk(port, "manager");
        var approval = manager.awaitsTask(orderNo);
        assertThat(approval.get("name").asText()).isEqualTo("主管审批");
        flower.claims(id(approval)).is(403);
        manager.claims(id(approval)).is(204);
        manager.completes(id(approval), Map.of("approved", true)).is(204);

        completes(orderNo);
    }

    @Test
    void aFieldOfTheFirstTaskIsShownInTheSecond() {
        modeler.deploys(
                        "purchase-flowers.form",
                        withComponent(
                                file("purchase-flowers.form"),
                                "{\"type\":\"textfield\",\"id\":\"Field_Gate\",\"key\":\"gateHint\",\"label\":\"送到哪个门\"}"),
                        "follow-delivery.form",
                        withComponent(
                                file("follow-delivery.form"),
                                "{\"type\":\"html\",\"id\":\"Field_Gate\",\"content\":\"<p>送到 {{gateHint}}</p>\"}"))
                .is(200);
        var orderNo = paid();

        purchases(orderNo, Map.of("gateHint", "东门"));

        var follow = flower.awaitsTask(orderNo);
        assertThat(flower.card(id(follow)).is(200).text("/gateHint/value")).isEqualTo("东门");
        assertThat(flower.rest()
                        .get("/engine-rest/task/" + id(follow) + "/deployed-form")
                        .is(200)
                        .body())
                .contains("送到 {{gateHint}}");
        delivers(orderNo);
    }

    @Test
    void anotherGroupFollowsTheDelivery() {
        modeler.deploys(
                        FLOWERS,
                        file(FLOWERS)
                                .replace(
                                        "camunda:formRef=\"follow-delivery\" camunda:formRefBinding=\"deployment\""
                                                + " camunda:candidateGroups=\"flower-desk\"",
                                        "camunda:formRef=\"follow-delivery\" camunda:formRefBinding=\"deployment\""
                                                + " camunda:candidateGroups=\"customer-service\""))
                .is(200);
        var orderNo = paid();
        purchases(orderNo, Map.of());

        var service = new Clerk(port, "service");
        var follow = service.awaitsTask(orderNo);

        service.claims(id(follow)).is(204);
        service.completes(id(follow), Map.of("completeEarly", true)).is(204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    @Test
    void theCustomerIsCalledBeforeTheOrderIsCompleted() {
        modeler.deploys(
                        FLOWERS,
                        between(
                                file(FLOWERS),
                                "SequenceFlow_Delivered",
                                """
                        <bpmn:userTask id="Task_CallBack" name="回访" camunda:formRef="follow-delivery" camunda:formRefBinding="deployment" camunda:candidateGroups="customer-service">
                          <bpmn:incoming>SequenceFlow_Delivered</bpmn:incoming>
                          <bpmn:outgoing>SequenceFlow_After_Task_CallBack</bpmn:outgoing>
                        </bpmn:userTask>""",
                                "Task_CallBack"))
                .is(200);
        var orderNo = paid();
        purchases(orderNo, Map.of());
        var follow = flower.awaitsTask(orderNo);
        flower.completes(id(follow), Map.of("completeEarly", true)).is(204);
        assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");

        var service = new Clerk(port, "service");
        var call = service.awaitsTask(orderNo);
        assertThat(call.get("name").asText()).isEqualTo("回访");
        service.claims(id(call)).is(204);
        service.completes(id(call), Map.of()).is(204);

        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    void purchases(String orderNo, Map<String, Object> more) {
        var purchase = flower.awaitsTask(orderNo);
        assertThat(purchase.get("taskDefinitionKey").asText()).isEqualTo("Task_PurchaseFlowers");
        var answers = new HashMap<String, Object>(FlowerShop.foundFor(customer));
        answers.putAll(more);
        flower.completes(id(purchase), answers).is(204);
    }

    void delivers(String orderNo) {
        var follow = flower.awaitsTask(orderNo);
        flower.completes(id(follow), Map.of("completeEarly", true)).is(204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    void completes(String orderNo) {
        purchases(orderNo, Map.of());
        delivers(orderNo);
    }

    private static String approvalForm() {
        try (var form = ManagersChangesIT.class.getResourceAsStream("/toolkit/approve-order.form")) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withComponent(String form, String component) {
        return form.replaceFirst("\"components\": \\[", "\"components\": [" + component + ",");
    }

    private static String id(JsonNode task) {
        return task.get("id").asText();
    }
}
