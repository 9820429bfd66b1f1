package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.version.Model.Kind;
import com.guncai.backoffice.process.version.Model.Version;
import com.guncai.backoffice.process.version.ModelChanges.Line;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The diagrams and tables that the engine knows, with all their versions. */
@Component
public class ModelVersions {
    private final RepositoryService repository;
    private final ManagementService management;
    private final ModelChanges changes;

    ModelVersions(RepositoryService repository, ManagementService management, ModelChanges changes) {
        this.repository = repository;
        this.management = management;
        this.changes = changes;
    }

    /** Diagrams before tables, each kind by name. */
    @Transactional(readOnly = true)
    public List<Model> all() {
        return models(
                repository.createProcessDefinitionQuery().list(),
                repository.createDecisionDefinitionQuery().list());
    }

    /** @throws ProblemException {@code MODEL_NOT_FOUND} */
    @Transactional(readOnly = true)
    public Model one(String key) {
        return models(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(key)
                                .list(),
                        repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.MODEL_NOT_FOUND, "没有这张流程图或表：" + key));
    }

    /** @throws ProblemException {@code MODEL_NOT_FOUND} */
    public static Version version(Model model, int version) {
        return model.versions().stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        ProblemCode.MODEL_NOT_FOUND, "“%s”没有第 %d 版".formatted(model.name(), version)));
    }

    private List<Model> models(
            List<? extends ResourceDefinition> processes, List<? extends ResourceDefinition> decisions) {
        var deployments = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, Function.identity()));
        var running = new HashMap<String, Long>();
        for (ProcessDefinitionStatistics each :
                management.createProcessDefinitionStatisticsQuery().list()) {
            running.put(each.getId(), (long) each.getInstances());
        }
        var lines = new HashMap<String, Line>();
        changes.of(Stream.concat(processes.stream(), decisions.stream())
                        .map(ResourceDefinition::getDeploymentId)
                        .collect(Collectors.toSet()))
                .forEach(line -> lines.put(String.valueOf(line.deploymentId()), line));
        return Stream.concat(
                        models(Kind.PROCESS, processes, deployments, lines, running),
                        models(Kind.TABLE, decisions, deployments, lines, running))
                .toList();
    }

    private static Stream<Model> models(
            Kind kind,
            List<? extends ResourceDefinition> definitions,
            Map<String, Deployment> deployments,
            Map<String, Line> lines,
            Map<String, Long> running) {
        return definitions.stream()
                .collect(Collectors.groupingBy(ResourceDefinition::getKey, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(all -> all.stream()
                        .sorted(Comparator.comparingInt((ResourceDefinition each) -> each.getVersion())
                                .reversed())
                        .toList())
                .map(all -> new Model(
                        all.get(0).getKey(),
                        all.get(0).getName() == null
                                ? all.get(0).getKey()
                                : all.get(0).getName(),
                        kind,
                        all.stream()
                                .map(each -> version(each, deployments, lines, running))
                                .toList()))
                .sorted(Comparator.comparing(Model::key));
    }

    private static Version version(
            ResourceDefinition definition,
            Map<String, Deployment> deployments,
            Map<String, Line> lines,
            Map<String, Long> running) {
        var deployment = Objects.requireNonNull(deployments.get(definition.getDeploymentId()));
        var line = lines.get(definition.getDeploymentId());
        return new Version(
                definition.getVersion(),
                deployment.getDeploymentTime().toInstant(),
                line == null ? null : line.staff(),
                ModelChanges.RESTORED.equals(deployment.getSource()),
                running.getOrDefault(definition.getId(), 0L),
                line == null ? "" : line.details(),
                definition.getId(),
                definition.getDeploymentId(),
                definition.getResourceName());
    }
}
