package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.version.DiagramForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What a new diagram meets in the engine: groups, forms, other processes. Asked within a command of the engine. */
@Component
class ModelsInForce {
    private final ObjectProvider<StaffGroup> groups;

    ModelsInForce(ObjectProvider<StaffGroup> groups) {
        this.groups = groups;
    }

    boolean isGroup(String id) {
        return groups.stream().anyMatch(ours -> ours.id().equals(id))
                || command().getReadOnlyIdentityProvider().findGroupById(id) != null;
    }

    /** Forms that were not sent along are those of the version before, or else of this release. */
    void addMissingForms(BpmnModelInstance model, Map<String, byte[]> files) {
        var ofTasks = model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> "deployment".equals(task.getCamundaFormRefBinding()))
                .map(task -> Map.entry(task.getCamundaFormRef() + ".form", Diagram.processOf(task)));
        var ofStarts = model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> DiagramForms.page(start.getCamundaFormKey()) != null)
                .map(start -> Map.entry(
                        Objects.requireNonNull(DiagramForms.page(start.getCamundaFormKey())),
                        Diagram.processOf(start)));
        Stream.concat(ofTasks, ofStarts)
                .filter(form -> !files.containsKey(form.getKey()))
                .forEach(form -> {
                    var known = known(form.getKey(), form.getValue().getId());
                    if (known != null) {
                        files.put(form.getKey(), known);
                    }
                });
    }

    private static byte @Nullable [] known(String form, String process) {
        var before = command().getProcessDefinitionManager().findLatestProcessDefinitionByKey(process);
        var known = before == null
                ? null
                : command()
                        .getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(before.getDeploymentId(), form);
        return known == null ? ofThisRelease(form) : known.getBytes();
    }

    private static byte @Nullable [] ofThisRelease(String form) {
        var file = new ClassPathResource("forms/" + form);
        try {
            return file.exists() ? file.getContentAsByteArray() : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CommandContext command() {
        return Context.getCommandContext();
    }
}
