package com.guncai.backoffice.process.version;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Why the engine cannot move a case to another version, in a manager's words. */
class MigrationObstacles {
    private final BpmnModelInstance source;
    private final BpmnModelInstance target;

    MigrationObstacles(BpmnModelInstance source, BpmnModelInstance target) {
        this.source = source;
        this.target = target;
    }

    /** Why no case at all can be moved. */
    List<String> of(MigrationPlanValidationException refusal) {
        return refusal.getValidationReport().getInstructionReports().stream()
                .map(report -> "“%s”在两个版本里不是同一种步骤，不能对应：%s"
                        .formatted(
                                name(report.getMigrationInstruction().getSourceActivityId()),
                                String.join("；", report.getFailures())))
                .toList();
    }

    List<String> of(MigratingProcessInstanceValidationException refusal) {
        var report = refusal.getValidationReport();
        var reasons = new LinkedHashSet<String>();
        Stream.concat(
                        report.getActivityInstanceReports().stream()
                                .map(each -> reason(each.getSourceScopeId(), each.getFailures())),
                        report.getTransitionInstanceReports().stream()
                                .map(each -> reason(each.getSourceScopeId(), each.getFailures())))
                .forEach(reasons::add);
        report.getFailures().forEach(failure -> reasons.add("流程引擎不允许：" + failure));
        return new ArrayList<>(reasons);
    }

    /** How a step is called in the version that the case runs by. */
    String name(@Nullable String step) {
        return source.getModelElementById(step) instanceof FlowElement element && StringUtils.hasText(element.getName())
                ? element.getName()
                : String.valueOf(step);
    }

    private String reason(String step, List<String> failures) {
        var before = source.getModelElementById(step);
        var after = target.getModelElementById(step);
        var where = "正停在“%s”，".formatted(name(step));
        if (after == null) {
            return where + "那一版里没有这一步";
        }
        if (before != null && !before.getElementType().equals(after.getElementType())) {
            return where + "那一版里它换成了另一种步骤";
        }
        var text = String.join("；", failures);
        return where + (text.contains("async") ? "正等着在后台执行，那一版里它不在后台执行；等这一步做完再迁移" : "那一版里它的前后结构不同：" + text);
    }
}
