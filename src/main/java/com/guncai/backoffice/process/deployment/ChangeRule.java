package com.guncai.backoffice.process.deployment;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what a new version does without, or does at another time: meant, or an accident. */
@Component
class ChangeRule implements DiagramRule {
    private static final Map<String, String> ATTRIBUTES =
            Map.of("candidateGroups", "候选组", "dueDate", "截止时间", "followUpDate", "跟进时间", "formRef", "表单");

    private final ModelsInForce inForce;

    ChangeRule(ModelsInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        for (var process : diagram.model().getModelElementsByType(Process.class)) {
            var before = inForce.diagram(process.getId());
            if (before != null) {
                removed(before, process, findings);
                changedTimes(before, diagram.model(), findings);
                changedTasks(before, diagram.model(), findings);
            }
        }
    }

    private static void removed(BpmnModelInstance before, Process process, Findings findings) {
        for (var node : before.getModelElementsByType(FlowNode.class)) {
            if (!(node instanceof Gateway)
                    && Diagram.processOf(node).getId().equals(process.getId())
                    && process.getModelInstance().getModelElementById(node.getId()) == null) {
                findings.warning(process, "比现行的版本少了%s".formatted(Findings.called(node)));
            }
        }
    }

    private static void changedTimes(BpmnModelInstance before, BpmnModelInstance after, Findings findings) {
        for (var timer : after.getModelElementsByType(TimerEventDefinition.class)) {
            var event = timer.getParentElement();
            var old = before.getModelElementById(String.valueOf(event.getAttributeValue("id")));
            var times = old == null
                    ? List.<TimerEventDefinition>of()
                    : List.copyOf(old.getChildElementsByType(TimerEventDefinition.class));
            if (times.size() == 1) {
                say(timer, "时间", text(times.get(0)), text(timer), findings);
            }
        }
    }

    private static void changedTasks(BpmnModelInstance before, BpmnModelInstance after, Findings findings) {
        for (var task : after.getModelElementsByType(UserTask.class)) {
            if (before.getModelElementById(task.getId()) instanceof UserTask old) {
                ATTRIBUTES.forEach((name, label) -> say(
                        task,
                        label,
                        old.getAttributeValueNs(CAMUNDA_NS, name),
                        task.getAttributeValueNs(CAMUNDA_NS, name),
                        findings));
            }
        }
    }

    private static void say(
            ModelElementInstance element,
            String what,
            @Nullable String before,
            @Nullable String after,
            Findings findings) {
        var was = before == null ? "" : before.strip();
        var is = after == null ? "" : after.strip();
        if (!was.equals(is)) {
            findings.warning(element, "的%s由“%s”改为“%s”".formatted(what, was, is));
        }
    }

    private static String text(TimerEventDefinition timer) {
        return timer.getTextContent();
    }
}
