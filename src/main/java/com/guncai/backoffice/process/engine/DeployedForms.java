package com.guncai.backoffice.process.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Finds the form of a task or of a start in what was deployed with its diagram, and says what it asks for. A deployment never
 * changes, so each file of one is read once.
 */
class DeployedForms {
    private static final String BINDING_DEPLOYMENT = "deployment";
    private static final Set<String> IN_THE_DEPLOYMENT =
            Set.of("embedded:deployment:", "camunda-forms:deployment:", "deployment:");
    private static final int KEPT = 500;

    private final Map<String, FormFields> read = new LinkedHashMap<>();

    FormFields of(CommandContext engine, TaskEntity task) {
        var definition = task.getTaskDefinition();
        return definition == null
                ? FormFields.NONE
                : of(engine, definition.getTaskFormHandler().createTaskForm(task));
    }

    FormFields of(CommandContext engine, ProcessDefinitionEntity process) {
        var handler = process.getStartFormHandler();
        return handler == null ? FormFields.NONE : of(engine, handler.createStartFormData(process));
    }

    private FormFields of(CommandContext engine, FormData form) {
        var fields = file(engine, form);
        if (form.getFormFields().isEmpty()) {
            return fields;
        }
        var asked = new HashSet<>(fields.asked());
        form.getFormFields().stream().map(FormField::getId).forEach(asked::add);
        return new FormFields(asked, fields.shown());
    }

    private FormFields file(CommandContext engine, FormData form) {
        var ref = form.getCamundaFormRef();
        if (ref != null) {
            return BINDING_DEPLOYMENT.equals(ref.getBinding())
                    ? once(form.getDeploymentId() + " ref " + ref.getKey(), () -> referred(engine, ref, form))
                    : referred(engine, ref, form);
        }
        var key = String.valueOf(form.getFormKey());
        return IN_THE_DEPLOYMENT.stream()
                .filter(key::startsWith)
                .findFirst()
                .map(kind -> resource(engine, form.getDeploymentId(), key.substring(kind.length())))
                .orElse(FormFields.NONE);
    }

    private FormFields referred(CommandContext engine, CamundaFormRef ref, FormData form) {
        var definition = definition(engine, ref, form.getDeploymentId());
        return definition == null
                ? FormFields.NONE
                : resource(engine, definition.getDeploymentId(), definition.getResourceName());
    }

    private static @Nullable CamundaFormDefinitionEntity definition(
            CommandContext engine, CamundaFormRef ref, String deployment) {
        var forms = engine.getCamundaFormDefinitionManager();
        return switch (ref.getBinding()) {
            case BINDING_DEPLOYMENT -> forms.findDefinitionByDeploymentAndKey(deployment, ref.getKey());
            case "version" -> forms.findDefinitionByKeyVersionAndTenantId(ref.getKey(), ref.getVersion(), null);
            default -> forms.findLatestDefinitionByKey(ref.getKey());
        };
    }

    private FormFields resource(CommandContext engine, String deployment, String name) {
        return once(deployment + " " + name, () -> {
            var file = engine.getResourceManager().findResourceByDeploymentIdAndResourceName(deployment, name);
            return file == null ? FormFields.NONE : FormFields.of(name, file.getBytes());
        });
    }

    private FormFields once(String key, Supplier<FormFields> reading) {
        synchronized (read) {
            var known = read.get(key);
            if (known != null) {
                return known;
            }
        }
        var fields = reading.get();
        synchronized (read) {
            if (read.size() >= KEPT) {
                read.clear();
            }
            read.put(key, fields);
        }
        return fields;
    }
}
