package com.guncai.backoffice.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The diagrams that this release carries. */
final class ReleasedModels {
    private ReleasedModels() {}

    /** @return {@code null} when there is none for that process */
    static @Nullable BpmnModelInstance diagram(String process) {
        var file = new ClassPathResource("processes/" + process + ".bpmn");
        if (!file.exists()) {
            return null;
        }
        try (var xml = file.getInputStream()) {
            return Bpmn.readModelFromStream(xml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
