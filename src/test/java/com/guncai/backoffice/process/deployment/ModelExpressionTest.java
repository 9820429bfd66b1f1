package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

/** Every place of a diagram from which the engine takes an expression is looked at, and named by what it belongs to. */
class ModelExpressionTest {
    private static final String DIAGRAM =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <bpmn:process id="P" name="测试" isExecutable="true">
                <bpmn:extensionElements><camunda:executionListener event="end" expression="${on.process()}"/></bpmn:extensionElements>
                <bpmn:startEvent id="StartEvent_1">
                  <bpmn:timerEventDefinition id="T1"><bpmn:timeDate>${start.at}</bpmn:timeDate></bpmn:timerEventDefinition>
                </bpmn:startEvent>
                <bpmn:subProcess id="SubProcess_1" name="每一张">
                  <bpmn:multiInstanceLoopCharacteristics camunda:collection="${all}" camunda:elementVariable="one">
                    <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${done}</bpmn:completionCondition>
                  </bpmn:multiInstanceLoopCharacteristics>
                  <bpmn:userTask id="Task_1" name="审核" camunda:dueDate="${due}" camunda:candidateGroups="finance,${group}">
                    <bpmn:documentation>看 ${hint}</bpmn:documentation>
                    <bpmn:extensionElements>
                      <camunda:taskListener event="create" delegateExpression="#{listener}"/>
                      <camunda:inputOutput>
                        <camunda:inputParameter name="card">${p.card(caseNo)}</camunda:inputParameter>
                        <camunda:inputParameter name="list"><camunda:list><camunda:value>${item}</camunda:value></camunda:list></camunda:inputParameter>
                        <camunda:outputParameter name="text"><![CDATA[${a < b}]]></camunda:outputParameter>
                        <camunda:inputParameter name="code"><camunda:script scriptFormat="groovy">"${no}"</camunda:script></camunda:inputParameter>
                      </camunda:inputOutput>
                      <camunda:formData><camunda:formField id="f" type="string" defaultValue="${preset}"/></camunda:formData>
                    </bpmn:extensionElements>
                  </bpmn:userTask>
                </bpmn:subProcess>
                <bpmn:serviceTask id="Task_2" name="记录" camunda:expression="${p.record(caseNo, 'a')}" camunda:resultVariable="r"/>
                <bpmn:sequenceFlow id="SequenceFlow_1" sourceRef="SubProcess_1" targetRef="Task_2">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" id="C1">${approved}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:textAnnotation id="A1"><bpmn:text>金额 ${ 未定</bpmn:text></bpmn:textAnnotation>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private final List<ModelExpression> found = ModelExpression.of(
            Bpmn.readModelFromStream(new ByteArrayInputStream(DIAGRAM.getBytes(StandardCharsets.UTF_8))));

    @Test
    void findsThemAllAndNoRemarkOrScript() {
        assertThat(found)
                .extracting(ModelExpression::text)
                .containsExactlyInAnyOrder(
                        "${on.process()}",
                        "${start.at}",
                        "${all}",
                        "${done}",
                        "${due}",
                        "finance,${group}",
                        "看 ${hint}",
                        "#{listener}",
                        "${p.card(caseNo)}",
                        "${item}",
                        "${a < b}",
                        "${preset}",
                        "${p.record(caseNo, 'a')}",
                        "${approved}");
    }

    @Test
    void namesWhatEachBelongsTo() {
        assertThat(found)
                .contains(
                        new ModelExpression("${on.process()}", "P", "测试"),
                        new ModelExpression("${start.at}", "StartEvent_1", "StartEvent_1"),
                        new ModelExpression("${done}", "SubProcess_1", "每一张"),
                        new ModelExpression("${preset}", "Task_1", "审核"),
                        new ModelExpression("${approved}", "SequenceFlow_1", "SequenceFlow_1"));
    }
}
