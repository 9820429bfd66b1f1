package com.guncai.backoffice.process.version;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** The files that a diagram shows as forms; they are deployed together with it. */
public final class DiagramForms {
    private static final String EMBEDDED = "embedded:deployment:";

    private DiagramForms() {}

    /** Names of the files, in their order. */
    public static Set<String> of(BpmnModelInstance diagram) {
        var tasks = diagram.getModelElementsByType(UserTask.class);
        var starts = diagram.getModelElementsByType(StartEvent.class);
        return Stream.of(
                        tasks.stream().map(task -> file(task.getCamundaFormRef())),
                        tasks.stream().map(task -> page(task.getCamundaFormKey())),
                        starts.stream().map(start -> file(start.getCamundaFormRef())),
                        starts.stream().map(start -> page(start.getCamundaFormKey())))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable String file(@Nullable String ref) {
        return ref == null || ref.contains("${") ? null : ref + ".form";
    }

    /** A form that takes a file is a page of its own ({@code embedded:deployment:x.html}): Tasklist has no other. */
    public static @Nullable String page(@Nullable String key) {
        return key == null || !key.startsWith(EMBEDDED) ? null : key.substring(EMBEDDED.length());
    }
}
