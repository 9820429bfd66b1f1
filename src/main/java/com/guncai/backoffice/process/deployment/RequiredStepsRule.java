package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.RequiredSteps;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A diagram has the steps and messages that its class needs, and no way past them to its end. */
@Component
class RequiredStepsRule implements DiagramRule {
    private final ObjectProvider<CaseProcess> processes;
    private final Map<String, Map<String, String>> names = new HashMap<>();

    RequiredStepsRule(ObjectProvider<CaseProcess> processes) {
        this.processes = processes;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        for (var drawn : diagram.model().getModelElementsByType(Process.class)) {
            processes.stream()
                    .filter(process -> process.key().equals(drawn.getId()))
                    .forEach(process -> check(process, drawn, findings));
        }
    }

    private void check(CaseProcess process, Process drawn, Findings findings) {
        var graph = new ProcessGraph(drawn);
        var required = process.requiredSteps();
        var missing = required.all().stream()
                .filter(step -> graph.calling(step).isEmpty())
                .toList();
        missing.forEach(
                step -> findings.error(drawn, "少了“%s”这一步（%s）：没有它办不完，从上一版或模板里加回来".formatted(name(process, step), step)));
        process.messages().stream()
                .sorted()
                .filter(message -> heard(drawn).noneMatch(message::equals))
                .forEach(message -> findings.error(drawn, "少了接收消息 %s 的事件：事情发生时流程收不到，从上一版里加回来".formatted(message)));
        if (missing.isEmpty() && !required.ways().isEmpty()) {
            ends(process, required, graph, findings);
            order(process, required, graph, findings);
        }
    }

    /** What happens besides the case, without interrupting it, ends nothing. */
    private void ends(CaseProcess process, RequiredSteps required, ProcessGraph graph, Findings findings) {
        var conclusions = new HashSet<FlowNode>();
        required.conclusions().forEach(step -> conclusions.addAll(graph.calling(step)));
        var path = new UnfinishedPath(graph, conclusions);
        Stream.concat(
                        graph.starts().stream(),
                        graph.eventSubProcesses().stream()
                                .flatMap(inner -> ProcessGraph.starts(inner.getFlowElements()).stream())
                                .filter(start -> start.isInterrupting() && !isTold(process, start)))
                .map(path::from)
                .filter(way -> !way.isEmpty())
                .forEach(way -> findings.error(
                        way.get(way.size() - 1),
                        "不经过%s就能走到（%s）：这样走订单就丢了，把线连到这些步骤上"
                                .formatted(
                                        required.conclusions().stream()
                                                .map(step -> "“" + name(process, step) + "”")
                                                .collect(Collectors.joining("或")),
                                        way.stream()
                                                .map(RequiredStepsRule::called)
                                                .collect(Collectors.joining(" → ")))));
    }

    /** What has happened already, like a refund, ends a case rightly. */
    private static boolean isTold(CaseProcess process, StartEvent start) {
        return start.getEventDefinitions().stream()
                .anyMatch(event -> event instanceof MessageEventDefinition told
                        && told.getMessage() != null
                        && process.messages().contains(told.getMessage().getName()));
    }

    private void order(CaseProcess process, RequiredSteps required, ProcessGraph graph, Findings findings) {
        for (var way : required.ways()) {
            for (int i = 1; i < way.size(); i++) {
                var before = way.get(i - 1);
                var reached = graph.reachedWithout(graph.calling(before));
                graph.calling(way.get(i)).stream()
                        .filter(reached::contains)
                        .forEach(step ->
                                findings.error(step, "不经过“%s”就能走到：把它移到“%1$s”之后".formatted(name(process, before))));
            }
        }
    }

    private static Stream<String> heard(Process drawn) {
        var events = drawn.getModelInstance().getModelElementsByType(MessageEventDefinition.class).stream()
                .filter(event -> event.getParentElement() instanceof CatchEvent)
                .map(MessageEventDefinition::getMessage);
        var tasks = drawn.getModelInstance().getModelElementsByType(ReceiveTask.class).stream()
                .map(ReceiveTask::getMessage);
        return Stream.concat(events, tasks)
                .filter(message -> message != null && message.getName() != null)
                .map(Message::getName);
    }

    private static String called(FlowNode node) {
        var name = node.getName();
        return name == null || name.isBlank() ? node.getId() : name.strip();
    }

    /** How a step is called in this release's diagram. */
    private synchronized String name(CaseProcess process, String step) {
        return names.computeIfAbsent(
                        process.key(),
                        key -> namesIn(key, process.requiredSteps().all()))
                .getOrDefault(step, step);
    }

    private static Map<String, String> namesIn(String key, List<String> required) {
        var names = new HashMap<String, String>();
        BpmnModelInstance released = ReleasedModels.diagram(key);
        if (released != null) {
            var graph = new ProcessGraph(released.getModelElementById(key));
            required.forEach(step -> graph.calling(step).stream()
                    .findFirst()
                    .map(RequiredStepsRule::called)
                    .ifPresent(name -> names.put(step, name)));
        }
        return names;
    }
}
