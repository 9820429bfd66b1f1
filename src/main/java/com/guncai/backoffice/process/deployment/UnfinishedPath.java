package com.guncai.backoffice.process.deployment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way through a diagram on which a case ends without having been concluded. A condition may turn out either way,
 * also one that says {@code true}. Of branches that run side by side one has to conclude the case; of branches of which one is
 * taken each has to. What interrupts a step is a branch, what runs beside it is none. A loop that never ends is no such way.
 */
class UnfinishedPath {
    private final ProcessGraph graph;
    private final Set<FlowNode> conclusions;
    /** Nodes from which a case may end so, with how many rounds it took to see that: a way leads from more to fewer. */
    private final Map<FlowNode, Integer> unfinished = new HashMap<>();

    UnfinishedPath(ProcessGraph graph, Set<FlowNode> conclusions) {
        this.graph = graph;
        this.conclusions = conclusions;
        var nodes = graph.all().toList();
        var changed = true;
        for (int round = 0; changed; round++) {
            var now = round;
            var found = nodes.stream()
                    .filter(node -> !unfinished.containsKey(node) && mayEndUnfinished(node))
                    .toList();
            found.forEach(node -> unfinished.put(node, now));
            changed = !found.isEmpty();
        }
    }

    /** From a node to the end, both included; empty when each way is concluded. */
    List<FlowNode> from(FlowNode start) {
        var path = new ArrayList<FlowNode>();
        @Nullable FlowNode node = unfinished.containsKey(start) ? start : null;
        while (node != null) {
            path.add(node);
            int rounds = unfinished.getOrDefault(node, 0);
            node = branches(node).stream()
                    .filter(next -> unfinished.getOrDefault(next, Integer.MAX_VALUE) < rounds)
                    .findFirst()
                    .orElse(null);
        }
        return path;
    }

    private List<FlowNode> branches(FlowNode node) {
        return Stream.concat(interruptions(node), graph.next(node).stream()).toList();
    }

    private Stream<BoundaryEvent> interruptions(FlowNode node) {
        return graph.boundaryEvents(node).stream().filter(BoundaryEvent::cancelActivity);
    }

    private boolean mayEndUnfinished(FlowNode node) {
        if (interruptions(node).anyMatch(unfinished::containsKey)) {
            return true;
        }
        if (conclusions.contains(node) || isConcludedWithin(node)) {
            return false;
        }
        var next = graph.next(node);
        return next.isEmpty()
                || (isFork(node)
                        ? next.stream().allMatch(unfinished::containsKey)
                        : next.stream().anyMatch(unfinished::containsKey));
    }

    /** The ends within a sub process lead to what follows it, once one of them can be come to. */
    private boolean isConcludedWithin(FlowNode node) {
        return node instanceof SubProcess inner
                && ProcessGraph.starts(inner.getFlowElements()).stream().noneMatch(unfinished::containsKey);
    }

    private boolean isFork(FlowNode node) {
        return graph.outgoing(node).size() > 1
                && (node instanceof ParallelGateway
                        || (!(node instanceof Gateway)
                                && graph.outgoing(node).stream()
                                        .allMatch(flow -> flow.getConditionExpression() == null)));
    }
}
