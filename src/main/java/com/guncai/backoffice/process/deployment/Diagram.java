package com.guncai.backoffice.process.deployment;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * A diagram that is to be deployed.
 *
 * @param file its name
 * @param files the whole deployment by name, with the forms that the version before or this release supplied
 */
record Diagram(String file, BpmnModelInstance model, Map<String, byte[]> files) {
    static Process processOf(ModelElementInstance element) {
        return element instanceof Process process ? process : processOf(element.getParentElement());
    }

    /** By the flows themselves: a node may list one that somebody deleted. */
    static List<SequenceFlow> outgoing(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .map(SequenceFlow.class::cast)
                .filter(flow -> node.getId().equals(flow.getAttributeValue("sourceRef")))
                .toList();
    }

    static @Nullable FlowNode target(SequenceFlow flow) {
        var target = flow.getModelInstance().getModelElementById(String.valueOf(flow.getAttributeValue("targetRef")));
        return target instanceof FlowNode node ? node : null;
    }
}
