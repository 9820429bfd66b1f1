package com.guncai.backoffice.process.deployment;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.guncai.backoffice.process.version.DiagramForms;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Each task has somebody who may take it, and a form that is there. */
@Component
class TaskRule implements DiagramRule {
    private final ModelsInForce inForce;

    TaskRule(ModelsInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        for (var task : diagram.model().getModelElementsByType(UserTask.class)) {
            people(task, findings);
            if (!StringUtils.hasText(task.getCamundaFormRef())) {
                findings.error(task, "没有表单：类型选 Camunda Forms，填上表单的 ID");
            } else {
                form(task, diagram, findings);
            }
        }
        for (var start : diagram.model().getModelElementsByType(StartEvent.class)) {
            start(start, diagram, findings);
        }
    }

    private void people(UserTask task, Findings findings) {
        var groups = list(task.getAttributeValueNs(CAMUNDA_NS, "candidateGroups"));
        var users = list(task.getAttributeValueNs(CAMUNDA_NS, "candidateUsers"));
        var assignee = task.getAttributeValueNs(CAMUNDA_NS, "assignee");
        groups.stream()
                .filter(group -> !isExpression(group) && !inForce.isGroup(group))
                .forEach(group -> findings.error(task, "的候选组 %s 不存在，可以用的有 %s".formatted(group, inForce.groupNames())));
        if (StringUtils.hasText(assignee)) {
            users.add(assignee.strip());
        }
        users.stream()
                .filter(user -> !isExpression(user) && !inForce.isUser(user))
                .forEach(user -> findings.error(task, "的办理人 %s 没有这个账号：改用候选组".formatted(user)));
        if (groups.isEmpty() && users.isEmpty()) {
            findings.error(task, "没有人能办：填上候选组，可以用的有 " + inForce.groupNames());
        }
    }

    private void form(UserTask task, Diagram diagram, Findings findings) {
        var form = task.getCamundaFormRef();
        var binding = task.getAttributeValueNs(CAMUNDA_NS, "formRefBinding");
        if (isExpression(form)) {
            findings.error(task, "的表单 %s 不能是表达式：写表单的 ID".formatted(form));
        } else if ("version".equals(binding)) {
            var version = task.getAttributeValueNs(CAMUNDA_NS, "formRefVersion");
            if (!inForce.hasForm(form, version)) {
                findings.error(task, "的表单 %s 没有第 %s 版：Binding 选 deployment，和表单一起部署".formatted(form, version));
            }
        } else if ("deployment".equals(binding)) {
            if (!Forms.isAmong(form, diagram.files())) {
                findings.error(task, "的表单 %s.form 没有一起部署：在部署时把它加到附加文件里".formatted(form));
            }
        } else if (!Forms.isAmong(form, diagram.files()) && !inForce.hasForm(form, null)) {
            findings.error(task, "的表单 %s 还没有部署过：Binding 选 deployment，把 %s.form 一起部署".formatted(form, form));
        }
    }

    private static void start(StartEvent start, Diagram diagram, Findings findings) {
        var key = start.getCamundaFormKey();
        if (key != null && !ReleasePages.isOurs(key)) {
            findings.error(start, "的表单 %s 不是系统自带的网页表单：改用 .form 表单，或改回原来的".formatted(key));
        }
        var page = DiagramForms.page(key);
        if (page != null && ReleasePages.isOurs(key) && !diagram.files().containsKey(page)) {
            findings.error(start, "的表单 %s 没有一起部署".formatted(page));
        }
        var form = start.getAttributeValueNs(CAMUNDA_NS, "formRef");
        if (form != null && !Forms.isAmong(form, diagram.files())) {
            findings.error((ModelElementInstance) start, "的表单 %s.form 没有一起部署：在部署时把它加到附加文件里".formatted(form));
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** As the engine separates them: a comma within an expression does not. */
    static List<String> list(@Nullable String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var depth = 0;
        for (var c : (text == null ? "" : text).toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
