package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.version.DiagramForms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.model.bpmn.Bpmn;
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

    /** The groups that tasks may be given to, with their Chinese names. */
    String groupNames() {
        return groups.stream()
                .filter(group -> !group.equals(StaffGroup.ADMINISTRATORS))
                .map(group -> "%s（%s）".formatted(group.id(), group.label()))
                .distinct()
                .sorted()
                .collect(Collectors.joining("、"));
    }

    boolean isUser(String id) {
        return command().getReadOnlyIdentityProvider().findUserById(id) != null;
    }

    boolean hasProcess(String key) {
        return command().getProcessDefinitionManager().findLatestProcessDefinitionByKey(key) != null;
    }

    boolean hasTable(String key) {
        return command().getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key) != null;
    }

    /** @param version {@code null} for any */
    boolean hasForm(String key, @Nullable String version) {
        var forms = command().getCamundaFormDefinitionManager();
        if (version == null) {
            return forms.findLatestDefinitionByKey(key) != null;
        }
        return version.matches("\\d{1,9}")
                && forms.findDefinitionByKeyVersionAndTenantId(key, Integer.valueOf(version), null) != null;
    }

    /** The diagram that new cases of a process follow now. */
    @Nullable
    BpmnModelInstance diagram(String process) {
        var newest = command().getProcessDefinitionManager().findLatestProcessDefinitionByKey(process);
        var file = newest == null ? null : resource(newest.getDeploymentId(), newest.getResourceName());
        return file == null ? null : Bpmn.readModelFromStream(new ByteArrayInputStream(file));
    }

    /** The table that is asked now, as a file. */
    byte @Nullable [] table(String key) {
        var newest = command().getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key);
        return newest == null ? null : resource(newest.getDeploymentId(), newest.getResourceName());
    }

    private static byte @Nullable [] resource(String deployment, String name) {
        var file = command().getResourceManager().findResourceByDeploymentIdAndResourceName(deployment, name);
        return file == null ? null : file.getBytes();
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
        var known = before == null ? null : resource(before.getDeploymentId(), form);
        return known == null ? ofThisRelease(form) : known;
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
