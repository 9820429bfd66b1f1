package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.DeploymentFinding;
import com.guncai.backoffice.process.ManagedDecision;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says what is wrong with models, ours and a manager's, before the engine takes them. It would take a task for a group that is nobody, an
 * expression that leads nowhere, a task whose form nobody has, a table that cannot be read as it is meant; and fail, or wait for
 * nobody, with the next customer's order.
 */
@Component
public class DeploymentReview {
    private final ObjectProvider<DiagramRule> rules;
    private final ObjectProvider<ManagedDecision> tables;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ModelsInForce inForce;
    private final DiagramTrial trial;
    private final DecisionCellEvaluator cells = new DecisionCellEvaluator();

    DeploymentReview(
            ObjectProvider<DiagramRule> rules,
            ObjectProvider<ManagedDecision> tables,
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ModelsInForce inForce,
            DiagramTrial trial) {
        this.rules = rules;
        this.tables = tables;
        this.engine = engine;
        this.inForce = inForce;
        this.trial = trial;
    }

    /**
     * What deploying these files would say; nothing is deployed.
     *
     * @param files by name
     * @return errors before warnings
     */
    public List<DeploymentFinding> of(Map<String, byte[]> files) {
        return engine.getObject().getCommandExecutorTxRequired().execute(command -> reviewed(new HashMap<>(files)));
    }

    /** As above within a command of the engine; forms that are missing, and are known, are added to the files. */
    List<DeploymentFinding> reviewed(Map<String, byte[]> files) {
        var findings = new Findings();
        var diagrams = new ArrayList<Diagram>();
        FileRule.check(files, findings);
        List.copyOf(files.entrySet()).forEach(file -> {
            try {
                if (FileRule.isDiagram(file.getKey())) {
                    diagrams.add(diagram(file.getKey(), file.getValue(), files, findings));
                } else if (FileRule.isTable(file.getKey())) {
                    table(file.getKey(), file.getValue(), findings);
                }
            } catch (ModelException unreadable) {
                findings.error(
                        "文件 %s 读不懂：用 Camunda Modeler 打开，改好保存再部署（%s）".formatted(file.getKey(), reason(unreadable)));
            }
        });
        if (findings.all().stream().noneMatch(DeploymentFinding::isError)) {
            diagrams.forEach(diagram -> trial.check(diagram, findings));
        }
        return findings.all();
    }

    private static String reason(ModelException unreadable) {
        var cause = unreadable.getCause();
        return String.valueOf(cause == null ? unreadable.getMessage() : cause.getMessage());
    }

    private Diagram diagram(String name, byte[] xml, Map<String, byte[]> files, Findings findings) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
        inForce.addMissingForms(model, files);
        var diagram = new Diagram(name, model, files);
        rules.orderedStream().forEach(rule -> rule.check(diagram, findings));
        EngineReading.check(diagram, xml, findings);
        return diagram;
    }

    private void table(String file, byte[] xml, Findings findings) {
        Collection<ManagedDecision> managed = tables.stream().toList();
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(xml));
        TableLanguage.check(file, model, findings);
        new DecisionTableValidator(managed, inForce::isGroup, cells)
                .faults(file, model)
                .forEach(findings::error);
        for (var decision : model.getModelElementsByType(Decision.class)) {
            var before = inForce.table(decision.getId());
            TableChanges.check(
                    decision,
                    before == null ? null : Dmn.readModelFromStream(new ByteArrayInputStream(before)),
                    findings);
        }
    }
}
