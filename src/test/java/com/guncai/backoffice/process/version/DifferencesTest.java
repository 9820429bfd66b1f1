package com.guncai.backoffice.process.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;

/** A manager reads what a version changed: steps, forms and tables. */
class DifferencesTest {
    private final String diagram = read("processes/FlowerOrderProcess.bpmn");
    private final String table = read("processes/Deadlines.dmn");
    private final String form = read("forms/purchase-flowers.form");

    @Test
    void anotherGroupAndAnotherNameAreTold() {
        var found = diagrams(diagram.replaceFirst(
                "name=\"跟进配送\" (.*)candidateGroups=\"flower-desk\"",
                "name=\"跟进\" $1candidateGroups=\"customer-service\""));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        Difference.changed("Task_FollowDelivery", "人工任务“跟进配送”的名称从 跟进配送 改为 跟进"),
                        Difference.changed("Task_FollowDelivery", "人工任务“跟进配送”的办理的组从 鲜花台 改为 客服"));
    }

    @Test
    void aStepThatWasPutInBetweenIsToldWithItsFlows() {
        var found = diagrams(
                diagram.replace(
                        "<bpmn:sequenceFlow id=\"SequenceFlow_Delivered\" sourceRef=\"Gateway_Delivered\" targetRef=\"Task_CompleteOrder\" />",
                        """
                        <bpmn:userTask id="Task_CallBack" name="回访" camunda:candidateGroups="customer-service" />
                        <bpmn:sequenceFlow id="SequenceFlow_Delivered" sourceRef="Gateway_Delivered" targetRef="Task_CallBack" />
                        <bpmn:sequenceFlow id="SequenceFlow_CalledBack" sourceRef="Task_CallBack" targetRef="Task_CompleteOrder" />"""));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        Difference.added("Task_CallBack", "加上了人工任务“回访”"),
                        Difference.added("SequenceFlow_CalledBack", "加上了连线“回访→完成订单”"),
                        Difference.changed(
                                "SequenceFlow_Delivered",
                                "连线“判断 Gateway_Delivered→完成订单”的两头改为“判断 Gateway_Delivered→回访”"));
    }

    @Test
    void whatWasTakenOutIsTold() {
        var without = diagram.replaceFirst(
                        "(?s)<bpmn:boundaryEvent id=\"BoundaryEvent_DeliveryConfirmed\".*?</bpmn:boundaryEvent>", "")
                .replaceFirst("<bpmn:sequenceFlow id=\"SequenceFlow_DeliveryConfirmed\"[^>]*>", "")
                .replaceFirst(
                        "(?s)<bpmndi:BPMNShape id=\"BoundaryEvent_DeliveryConfirmed_di\".*?</bpmndi:BPMNShape>", "")
                .replaceFirst("(?s)<bpmndi:BPMNEdge id=\"SequenceFlow_DeliveryConfirmed_di\".*?</bpmndi:BPMNEdge>", "")
                .replace("<bpmn:incoming>SequenceFlow_DeliveryConfirmed</bpmn:incoming>", "");

        assertThat(diagrams(without))
                .contains(Difference.removed("BoundaryEvent_DeliveryConfirmed", "去掉了边上的事件“用户已确认送达”"));
    }

    @Test
    void actionsAreCalledAsTheirTemplatesCallThem() {
        assertThat(diagrams(diagram.replace(
                        "${notification.tellDesk(orderNo, 'flower-desk', 'DESK_ORDER_PAID')}",
                        "${notification.tellDesk(orderNo, 'managers', 'DESK_ORDER_PAID')}")))
                .containsExactly(Difference.changed("Task_TellDesk", "系统步骤“短信通知内勤”的做什么从 鲜花内勤：有新订单已付款 改为 主管：有新订单已付款"));
    }

    @Test
    void theLayoutIsNoChange() {
        assertThat(diagrams(diagram.replace("<dc:Bounds x=\"366\" y=\"230\"", "<dc:Bounds x=\"370\" y=\"230\"")))
                .isEmpty();
    }

    @Test
    void fieldsOfAFormAreToldByTheirLabels() {
        var found = FormDifferences.between(
                "purchase-flowers.form",
                bytes(form),
                bytes(form.replace("\"label\": \"花店名称\"", "\"label\": \"店名\"")
                        .replace("\"key\": \"purchaseOrderNo\"", "\"key\": \"meituanNo\"")
                        .replace("\"maxLength\": 200", "\"maxLength\": 300")));

        assertThat(found)
                .extracting(Difference::text)
                .containsExactlyInAnyOrder(
                        "表单 purchase-flowers.form 去掉了“美团订单号”",
                        "表单 purchase-flowers.form 加上了“美团订单号”",
                        "表单 purchase-flowers.form 里“花店名称”的标题从 花店名称 改为 店名",
                        "表单 purchase-flowers.form 里“为什么送不了”的最多字数从 200 改为 300");
    }

    @Test
    void theChangedCellOfATableIsToldByRowAndColumn() {
        var changed = table.replaceFirst("<text>30</text>", "<text>45</text>");

        assertThat(tables(changed)).hasSize(1).first().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Difference.Kind.CHANGED);
            assertThat(difference.text()).matches("第 \\d+ 行的“.*”从 30 改为 45");
        });
    }

    @Test
    void aRowThatWasTakenOutIsTold() {
        var first = table.indexOf("<rule ");
        var end = table.indexOf("</rule>", first) + "</rule>".length();

        assertThat(tables(table.substring(0, first) + table.substring(end)))
                .hasSize(1)
                .first()
                .satisfies(difference -> assertThat(difference.text()).startsWith("去掉了第 1 行："));
    }

    private List<Difference> diagrams(String changed) {
        assertThat(changed).isNotEqualTo(diagram);
        return DiagramDifferences.between(
                Bpmn.readModelFromStream(new ByteArrayInputStream(bytes(diagram))),
                Bpmn.readModelFromStream(new ByteArrayInputStream(bytes(changed))));
    }

    private List<Difference> tables(String changed) {
        assertThat(changed).isNotEqualTo(table);
        return TableDifferences.between(
                "Deadlines",
                Dmn.readModelFromStream(new ByteArrayInputStream(bytes(table))),
                Dmn.readModelFromStream(new ByteArrayInputStream(bytes(changed))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
