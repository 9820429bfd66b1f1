package com.guncai.backoffice.process.deployment;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** The flow nodes of a process, of all its sub processes too, and where each leads. */
class ProcessGraph {
    private final Process process;
    private final Map<FlowNode, List<SequenceFlow>> flows;

    ProcessGraph(Process process) {
        this.process = process;
        // As the engine reads it: a flow says where it comes from, whatever the step says about its flows.
        this.flows = process.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                .collect(Collectors.groupingBy(SequenceFlow::getSource));
    }

    Stream<FlowNode> all() {
        return nodes(process.getFlowElements());
    }

    private static Stream<FlowNode> nodes(Collection<FlowElement> elements) {
        return elements.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .flatMap(node -> node instanceof SubProcess inner
                        ? Stream.concat(Stream.of(node), nodes(inner.getFlowElements()))
                        : Stream.of(node));
    }

    /** Where cases begin. */
    List<StartEvent> starts() {
        return starts(process.getFlowElements());
    }

    static List<StartEvent> starts(Collection<FlowElement> elements) {
        return elements.stream()
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast)
                .toList();
    }

    /** Sub processes that a message or a timer begins. */
    List<SubProcess> eventSubProcesses() {
        return process.getFlowElements().stream()
                .filter(element -> element instanceof SubProcess inner && inner.triggeredByEvent())
                .map(SubProcess.class::cast)
                .toList();
    }

    List<BoundaryEvent> boundaryEvents(FlowNode host) {
        return all().filter(node -> node instanceof BoundaryEvent event && host.equals(event.getAttachedTo()))
                .map(BoundaryEvent.class::cast)
                .toList();
    }

    List<FlowNode> next(FlowNode node) {
        return outgoing(node).stream().map(SequenceFlow::getTarget).toList();
    }

    List<SequenceFlow> outgoing(FlowNode node) {
        return flows.getOrDefault(node, List.of());
    }

    /** What a case can come to that begins anywhere, without passing some nodes. */
    Set<FlowNode> reachedWithout(Set<FlowNode> avoided) {
        var reached = new HashSet<FlowNode>();
        starts().forEach(start -> walk(start, avoided, reached));
        eventSubProcesses()
                .forEach(inner -> starts(inner.getFlowElements()).forEach(start -> walk(start, avoided, reached)));
        return reached;
    }

    private void walk(FlowNode node, Set<FlowNode> avoided, Set<FlowNode> reached) {
        if (!reached.add(node) || avoided.contains(node)) {
            return;
        }
        boundaryEvents(node).forEach(event -> walk(event, avoided, reached));
        if (node instanceof SubProcess inner) {
            starts(inner.getFlowElements()).forEach(start -> walk(start, avoided, reached));
            return;
        }
        next(node).forEach(target -> walk(target, avoided, reached));
        if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess around) {
            next(around).forEach(target -> walk(target, avoided, reached));
        }
    }

    /** The nodes that call an action, or a process. */
    Set<FlowNode> calling(String step) {
        return all().filter(node -> calls(node, step)).collect(Collectors.toSet());
    }

    private static boolean calls(FlowNode node, String step) {
        if (node instanceof CallActivity call) {
            return step.equals(call.getCalledElement());
        }
        var expression = node instanceof ServiceTask task ? task.getCamundaExpression() : null;
        if (expression == null) {
            return false;
        }
        try {
            return ParsedExpression.of(expression).calls().stream()
                    .limit(1)
                    .anyMatch(call -> step.equals(call.bean() + "." + call.method()));
        } catch (TreeBuilderException unreadable) {
            return false;
        }
    }
}
