package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.jspecify.annotations.Nullable;

/** The model files of the repository, read without an engine. */
final class Models {
    private Models() {}

    static Stream<Path> diagrams() throws IOException {
        return list("processes", ".bpmn");
    }

    static JsonNode form(@Nullable String id) {
        try {
            return new ObjectMapper().readTree(Path.of("forms", id + ".form").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static <T extends BaseElement> void each(Path file, Class<T> type, BiConsumer<T, List<String>> check) {
        var wrong = new ArrayList<String>();
        read(file).getModelElementsByType(type).forEach(element -> check.accept(element, wrong));
        assertThat(wrong).as("in %s", file.getFileName()).isEmpty();
    }

    static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static Stream<Path> list(String folder, String ending) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }
}
