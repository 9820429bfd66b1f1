package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.OrderField;
import com.guncai.backoffice.process.OrderFields;
import com.guncai.backoffice.process.trial.TrialRun;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A diagram that reads well, with all that is deployed together with it, is played: each path that fails is named. */
@Component
class DiagramTrial {
    private final ObjectProvider<CaseProcess> processes;
    private final ObjectProvider<OrderFields> orderFields;
    private final TrialRun trial;

    DiagramTrial(ObjectProvider<CaseProcess> processes, ObjectProvider<OrderFields> orderFields, TrialRun trial) {
        this.processes = processes;
        this.orderFields = orderFields;
        this.trial = trial;
    }

    void check(Diagram diagram, Findings findings) {
        if (diagram.files().entrySet().stream()
                .allMatch(file -> ReleasedModels.holds(file.getKey(), file.getValue()))) {
            return; // they were played when the release was built
        }
        for (var drawn : diagram.model().getModelElementsByType(Process.class)) {
            if (drawn.isExecutable()) {
                play(diagram, drawn, findings);
            }
        }
    }

    private void play(Diagram diagram, Process drawn, Findings findings) {
        var process = processes.stream()
                .filter(each -> each.key().equals(drawn.getId()))
                .findFirst()
                .orElse(null);
        var start = new HashMap<String, List<@Nullable Object>>();
        orderFields.forEach(
                source -> source.fields().forEach(field -> start.put(field.name(), List.of(sample(field.kind())))));
        var code = process == null ? List.<CaseProcess>of() : List.of(process);
        code.forEach(each -> {
            each.caseNumbers().forEach(name -> start.put(name, List.of("试运行")));
            start.putAll(each.sampleStart());
        });
        Set<String> fields = process == null ? Set.of() : process.formFields();
        var result = trial.of(drawn.getId(), diagram.model(), files(diagram), fields, start);
        result.failures().values().forEach(failure -> {
            var at = failure.element() == null ? null : diagram.model().getModelElementById(failure.element());
            findings.error(at == null ? drawn : at, "试运行时出错：%s。走的是：%s".formatted(failure.reason(), failure.path()));
        });
        result.neverTaken().forEach(id -> {
            SequenceFlow flow = diagram.model().getModelElementById(id);
            findings.warning(flow, "试运行一次也没有走到：核对前面的条件和表单");
        });
    }

    private static Object sample(OrderField.Kind kind) {
        return switch (kind) {
            case NUMBER -> 1L;
            case TEXT -> "样例";
            case YES_OR_NO -> true;
        };
    }

    private static Map<String, byte[]> files(Diagram diagram) {
        var files = new HashMap<String, byte[]>();
        diagram.files().forEach((name, content) -> {
            if (name.equals(diagram.file()) || name.endsWith(".form") || name.endsWith(".dmn")) {
                files.put(name, content);
            }
        });
        for (var task : diagram.model().getModelElementsByType(BusinessRuleTask.class)) {
            var key = task.getCamundaDecisionRef();
            if (key != null && files.values().stream().noneMatch(file -> holds(file, key))) {
                var inForce = Context.getCommandContext()
                        .getDecisionDefinitionManager()
                        .findLatestDecisionDefinitionByKey(key);
                if (inForce != null) {
                    files.put(key + ".dmn", resource(inForce.getDeploymentId(), inForce.getResourceName()));
                }
            }
        }
        return files;
    }

    private static boolean holds(byte[] file, String decision) {
        return new String(file, StandardCharsets.UTF_8).contains("id=\"" + decision + "\"");
    }

    private static byte[] resource(String deployment, String name) {
        return Context.getCommandContext()
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deployment, name)
                .getBytes();
    }
}
