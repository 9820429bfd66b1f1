package com.guncai.backoffice.process.deployment;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** A case that starts comes to an end that is drawn, and each step can be come to. */
@Component
class FlowRule implements DiagramRule {
    @Override
    public void check(Diagram diagram, Findings findings) {
        for (var process : diagram.model().getModelElementsByType(Process.class)) {
            scope(process, process.getFlowElements(), findings);
        }
        for (var inner : diagram.model().getModelElementsByType(SubProcess.class)) {
            scope(inner, inner.getFlowElements(), findings);
        }
    }

    private static void scope(ModelElementInstance around, Collection<FlowElement> elements, Findings findings) {
        var nodes = elements.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .toList();
        if (nodes.isEmpty()) {
            findings.error(around, "里什么也没有：画上开始、任务和结束，再部署");
            return;
        }
        var starts = nodes.stream()
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast)
                .toList();
        starts(around, starts, findings);
        if (nodes.stream().noneMatch(EndEvent.class::isInstance)) {
            findings.error(around, "没有结束事件：在最后画一个结束事件");
        }
        var reached = reached(starts, nodes);
        for (var node : nodes) {
            if (!starts.isEmpty() && !reached.contains(node) && !isEventSubProcess(node)) {
                findings.error(node, "走不到：从前一步画一条线连过来，或删掉它");
            } else if (Diagram.outgoing(node).isEmpty() && !(node instanceof EndEvent) && !isEventSubProcess(node)) {
                findings.error(node, "后面没有连线，走到这里就停了：连到下一步，或连到结束事件");
            }
        }
    }

    private static void starts(ModelElementInstance around, List<StartEvent> starts, Findings findings) {
        if (starts.isEmpty()) {
            findings.error(around, "没有开始事件：在最前面画一个开始事件");
        }
        var plain = starts.stream()
                .filter(start -> start.getEventDefinitions().isEmpty())
                .toList();
        if (plain.size() > 1) {
            findings.error(
                    around,
                    "有 %d 个普通的开始事件（%s），只能有一个：删掉多出来的"
                            .formatted(
                                    plain.size(),
                                    String.join(
                                            "、",
                                            plain.stream().map(Findings::called).toList())));
        }
    }

    private static Set<FlowNode> reached(Collection<StartEvent> starts, Collection<FlowNode> nodes) {
        var reached = new HashSet<FlowNode>(starts);
        var open = new ArrayDeque<FlowNode>(starts);
        while (!open.isEmpty()) {
            var node = open.remove();
            for (var flow : Diagram.outgoing(node)) {
                var next = Diagram.target(flow);
                if (next != null && reached.add(next)) {
                    open.add(next);
                }
            }
            nodes.stream()
                    .filter(event -> event instanceof BoundaryEvent boundary
                            && node.equals(boundary.getAttachedTo())
                            && reached.add(event))
                    .forEach(open::add);
        }
        return reached;
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess inner && inner.triggeredByEvent();
    }
}
