package com.guncai.backoffice.process.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What the engine follows now, and what it followed before, read within a command. */
class DeployedModels {
    private final CommandContext engine;

    DeployedModels(CommandContext engine) {
        this.engine = engine;
    }

    /** The newest version of a process; {@code null} when there is none. */
    @Nullable
    StoredModel diagram(String key) {
        return stored(engine.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key));
    }

    /** The newest version of a decision; {@code null} when there is none. */
    @Nullable
    StoredModel table(String key) {
        return stored(engine.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key));
    }

    /** The newest version of each process that was deployed with such a form. */
    List<StoredModel> diagramsWith(String form) {
        var newest = (ProcessDefinitionQueryImpl) new ProcessDefinitionQueryImpl().latestVersion();
        return engine.getProcessDefinitionManager().findProcessDefinitionsByQueryCriteria(newest, null).stream()
                .filter(definition -> file(definition.getDeploymentId(), form) != null)
                .map(this::stored)
                .filter(Objects::nonNull)
                .filter(diagram -> diagram.file().forms().contains(form))
                .toList();
    }

    /** The newest deployment of the very same diagram. */
    @Nullable
    String deploymentOf(ModelFile diagram) {
        return diagram.keys().stream()
                .flatMap(key -> engine.getProcessDefinitionManager().findProcessDefinitionsByKey(key).stream())
                .sorted((one, other) -> other.getVersion() - one.getVersion())
                .filter(version -> {
                    var before = file(version.getDeploymentId(), version.getResourceName());
                    return before != null && diagram.isSameAs(before);
                })
                .map(ProcessDefinition::getDeploymentId)
                .findFirst()
                .orElse(null);
    }

    byte @Nullable [] file(String deploymentId, String name) {
        var resource = engine.getResourceManager().findResourceByDeploymentIdAndResourceName(deploymentId, name);
        return resource == null ? null : resource.getBytes();
    }

    /** The form that this release carries. */
    byte @Nullable [] ofThisRelease(String form) {
        var file = new ClassPathResource("forms/" + form);
        try {
            return file.exists() ? file.getContentAsByteArray() : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private @Nullable StoredModel stored(@Nullable ResourceDefinition definition) {
        if (definition == null) {
            return null;
        }
        var content = file(definition.getDeploymentId(), definition.getResourceName());
        return content == null
                ? null
                : new StoredModel(
                        definition.getName() == null ? definition.getKey() : definition.getName(),
                        definition.getVersion(),
                        definition.getDeploymentId(),
                        new ModelFile(definition.getResourceName(), content));
    }

    /**
     * A version that the engine keeps.
     *
     * @param title what managers call it
     */
    record StoredModel(String title, int version, String deploymentId, ModelFile file) {}
}
