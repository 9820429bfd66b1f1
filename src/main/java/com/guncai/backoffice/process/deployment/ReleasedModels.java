package com.guncai.backoffice.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/** The diagrams that this release carries. */
final class ReleasedModels {
    private ReleasedModels() {}

    /** Whether a file is exactly one of this release. */
    static boolean holds(String name, byte[] content) {
        return Stream.of("processes/", "forms/")
                .map(folder -> new ClassPathResource(folder + StringUtils.getFilename(name)))
                .filter(ClassPathResource::exists)
                .anyMatch(file -> Arrays.equals(read(file), content));
    }

    private static byte[] read(ClassPathResource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

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
