package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.version.DiagramForms;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Each task has somebody who may take it, and a form. */
@Component
class TaskRule implements DiagramRule {
    private final ModelsInForce inForce;

    TaskRule(ModelsInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        for (var task : diagram.model().getModelElementsByType(UserTask.class)) {
            var form = task.getCamundaFormRef() + ".form";
            if ("deployment".equals(task.getCamundaFormRefBinding())
                    && !diagram.files().containsKey(form)) {
                findings.error(task, "的表单 %s 没有一起部署".formatted(form));
            }
            task.getCamundaCandidateGroupsList().stream()
                    .filter(group -> !group.contains("${") && !inForce.isGroup(group))
                    .forEach(group -> findings.error(task, "的候选组 %s 不存在".formatted(group)));
        }
        for (var start : diagram.model().getModelElementsByType(StartEvent.class)) {
            var page = DiagramForms.page(start.getCamundaFormKey());
            if (page != null && !diagram.files().containsKey(page)) {
                findings.error(start, "的表单 %s 没有一起部署".formatted(page));
            }
        }
    }
}
