package com.guncai.backoffice.process.deployment;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Processes and tables that a diagram calls are there, and somebody sends the messages that it waits for. */
@Component
class ReferenceRule implements DiagramRule {
    private static final Set<String> RESULTS = Set.of("singleEntry", "singleResult", "collectEntries", "resultList");

    private final ModelsInForce inForce;
    private final ReleasedNames release;

    ReferenceRule(ModelsInForce inForce, ReleasedNames release) {
        this.inForce = inForce;
        this.release = release;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        var model = diagram.model();
        model.getModelElementsByType(CallActivity.class).forEach(call -> call(call, diagram, findings));
        model.getModelElementsByType(BusinessRuleTask.class).forEach(task -> table(task, diagram, findings));
        model.getModelElementsByType(ReceiveTask.class).forEach(task -> message(task, task.getMessage(), findings));
        model.getModelElementsByType(MessageEventDefinition.class)
                .forEach(event -> message(event, event.getMessage(), findings));
    }

    private void call(CallActivity call, Diagram diagram, Findings findings) {
        var called = call.getCalledElement();
        var binding = call.getAttributeValueNs(CAMUNDA_NS, "calledElementBinding");
        if (called == null || called.isBlank()) {
            findings.error(call, "没有写调用哪个流程：填上流程的 ID");
        } else if (called.equals(Diagram.processOf(call).getId())) {
            findings.error(call, "调用的是自己，会没完没了：换成别的流程");
        } else if (!isIn(called, ".bpmn", "process", diagram.files())
                && ("deployment".equals(binding) || !isThere(called))) {
            findings.error(call, "调用的流程 %s 不存在：检查流程的 ID，先部署被调用的流程".formatted(called));
        }
    }

    /** At the first start the release deploys its diagrams one after the other. */
    private boolean isThere(String process) {
        return inForce.hasProcess(process) || release.diagram(process) != null;
    }

    private void table(BusinessRuleTask task, Diagram diagram, Findings findings) {
        var table = task.getCamundaDecisionRef();
        if (table == null) {
            if (task.getAttributeValueNs(CAMUNDA_NS, "expression") == null) {
                findings.error(task, "没有写用哪张决策表：类型选 DMN，填上表的 ID");
            }
            return;
        }
        var binding = task.getAttributeValueNs(CAMUNDA_NS, "decisionRefBinding");
        if (!isIn(table, ".dmn", "decision", diagram.files())
                && ("deployment".equals(binding) || !inForce.hasTable(table))) {
            findings.error(task, "用的决策表 %s 不存在：检查表的 ID，先部署决策表".formatted(table));
        }
        var result = task.getAttributeValueNs(CAMUNDA_NS, "mapDecisionResult");
        if (result != null && !RESULTS.contains(result)) {
            findings.error(task, "的 Map decision result 不能是 %s：选 singleEntry".formatted(result));
        }
    }

    private void message(ModelElementInstance owner, @Nullable Message message, Findings findings) {
        if (message == null || message.getName() == null) {
            findings.error(owner, "没有写等什么消息：选一个消息，名称如 OrderRefunded");
        } else if (!release.messages().contains(message.getName())) {
            findings.error(
                    owner,
                    "等的消息 %s 没有谁会发，会一直等下去：能等的有 %s".formatted(message.getName(), String.join("、", release.messages())));
        }
    }

    private static boolean isIn(String id, String ending, String tag, Map<String, byte[]> files) {
        var start = Pattern.compile("<(\\w+:)?" + tag + "\\s[^>]*\\bid=\"" + Pattern.quote(id) + "\"");
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .anyMatch(file -> start.matcher(new String(file.getValue(), StandardCharsets.UTF_8))
                        .find());
    }
}
