package com.guncai.backoffice.process.version;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The steps and flows of a diagram with what is set on them, in a manager's words. */
class DiagramSteps {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("userTask", "人工任务"),
            Map.entry("serviceTask", "系统步骤"),
            Map.entry("receiveTask", "等待"),
            Map.entry("businessRuleTask", "查表"),
            Map.entry("callActivity", "子流程"),
            Map.entry("subProcess", "子流程"),
            Map.entry("startEvent", "开始"),
            Map.entry("endEvent", "结束"),
            Map.entry("boundaryEvent", "边上的事件"),
            Map.entry("intermediateCatchEvent", "中间的等待"),
            Map.entry("exclusiveGateway", "判断"),
            Map.entry("parallelGateway", "并行"));

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("name", "名称"),
            Map.entry("candidateGroups", "办理的组"),
            Map.entry("candidateUsers", "可办理的人"),
            Map.entry("assignee", "办理人"),
            Map.entry("formRef", "表单"),
            Map.entry("formKey", "表单"),
            Map.entry("dueDate", "截止时间"),
            Map.entry("followUpDate", "提醒时间"),
            Map.entry("expression", "做什么"),
            Map.entry("resultVariable", "结果的名字"),
            Map.entry("calledElement", "调用的流程"),
            Map.entry("decisionRef", "决策表"),
            Map.entry("asyncBefore", "之前存盘"),
            Map.entry("asyncAfter", "之后存盘"),
            Map.entry("attachedToRef", "挂在哪一步"),
            Map.entry("cancelActivity", "是否打断"),
            Map.entry("default", "默认走哪条线"),
            Map.entry("documentation", "说明"),
            Map.entry("conditionExpression", "条件"),
            Map.entry("timeDuration", "多久以后"),
            Map.entry("timeCycle", "每隔多久"),
            Map.entry("timeDate", "时间"),
            Map.entry("failedJobRetryTimeCycle", "重试的间隔"),
            Map.entry("messageRef", "等的消息"),
            Map.entry("historyTimeToLive", "记录保留多久"),
            Map.entry("isExecutable", "可执行"),
            Map.entry("isStartableInTasklist", "可在任务列表发起"));

    /** What tells nothing, or is told otherwise. */
    private static final Set<String> SILENT = Set.of(
            "id",
            "incoming",
            "outgoing",
            "modelerTemplate",
            "modelerTemplateVersion",
            "sourceRef",
            "targetRef",
            "type");

    private final BpmnModelInstance diagram;
    private final @Nullable BpmnModelInstance earlier;
    private final Map<String, Element> elements = new HashMap<>();

    /** @param earlier by whose names the steps are called that it has too: a new name is one change, not many */
    DiagramSteps(BpmnModelInstance diagram, @Nullable BpmnModelInstance earlier) {
        this.diagram = diagram;
        this.earlier = earlier;
        collect(((Document) diagram.getDocument().getDomSource().getNode()).getDocumentElement());
    }

    /** By their ids, in the order of the file. */
    Map<String, Step> steps() {
        var steps = new LinkedHashMap<String, Step>();
        diagram.getModelElementsByType(FlowNode.class)
                .forEach(node -> steps.put(node.getId(), new Step(called(node), kind(node), settings(node))));
        return steps;
    }

    Map<String, Step> flows() {
        var flows = new LinkedHashMap<String, Step>();
        diagram.getModelElementsByType(SequenceFlow.class)
                .forEach(flow -> flows.put(
                        flow.getId(),
                        new Step(
                                "%s→%s".formatted(called(flow.getSource()), called(flow.getTarget())),
                                "连线",
                                settings(flow))));
        return flows;
    }

    /** What is set on the processes themselves. */
    Settings process() {
        var settings = Settings.none();
        for (var process : diagram.getModelElementsByType(Process.class)) {
            var element = dom(process.getId());
            attributes(element, settings);
            children(element)
                    .filter(child -> child.getLocalName().equals("documentation"))
                    .forEach(child -> read(child, settings));
        }
        return settings;
    }

    private Settings settings(FlowElement step) {
        var settings = Settings.none();
        var element = dom(step.getId());
        attributes(element, settings);
        children(element).forEach(child -> read(child, settings));
        return settings;
    }

    private void collect(Element element) {
        if (element.hasAttribute("id")) {
            elements.put(element.getAttribute("id"), element);
        }
        children(element).forEach(this::collect);
    }

    private Element dom(String id) {
        return Objects.requireNonNull(elements.get(id));
    }

    private void read(Element element, Settings settings) {
        var kind = element.getLocalName();
        if (SILENT.contains(kind) || (isStep(element) && !kind.endsWith("EventDefinition"))) {
            return;
        }
        attributes(element, settings);
        var inside = children(element).toList();
        if (inside.isEmpty()) {
            var name = element.getAttribute("name");
            var label = StringUtils.hasText(name) ? "“" + name + "”" : LABELS.getOrDefault(kind, kind);
            settings.with(label, element.getTextContent());
        }
        inside.forEach(child -> read(child, settings));
    }

    /** A step within a sub-process is told of by itself. */
    private boolean isStep(Element element) {
        return element.hasAttribute("id")
                && diagram.getModelElementById(element.getAttribute("id")) instanceof FlowElement;
    }

    private void attributes(Element element, Settings settings) {
        var attributes = element.getAttributes();
        IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> !SILENT.contains(attribute.getLocalName())
                        && !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI()))
                .filter(attribute -> !(attribute.getLocalName().equals("name") && !isNamed(element)))
                .forEach(attribute -> settings.with(
                        LABELS.getOrDefault(attribute.getLocalName(), attribute.getLocalName()), value(attribute)));
    }

    /** Parameters have a name too, which is their label. */
    private boolean isNamed(Element element) {
        return isStep(element) || element.getLocalName().equals("process");
    }

    private String value(Node attribute) {
        var value = attribute.getNodeValue();
        var other = diagram.getModelElementById(value);
        return other instanceof Message message
                ? message.getName()
                : other instanceof FlowElement step ? called(step) : ActionNames.of(value);
    }

    private String called(FlowElement step) {
        var element = earlier != null && earlier.getModelElementById(step.getId()) instanceof FlowElement before
                ? before
                : step;
        return StringUtils.hasText(element.getName()) ? element.getName() : kind(element) + " " + element.getId();
    }

    private static String kind(FlowElement element) {
        var type = element.getElementType().getTypeName();
        return KINDS.getOrDefault(type, type);
    }

    private static Stream<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /**
     * @param name as it stands in the picture
     * @param kind what it is, in Chinese
     */
    record Step(String name, String kind, Settings settings) {}
}
