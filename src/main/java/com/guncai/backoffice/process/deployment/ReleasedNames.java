package com.guncai.backoffice.process.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the diagrams of this release are called, and the messages in them, which the code sends. */
@Component
class ReleasedNames {
    private final SingletonSupplier<Map<String, BpmnModelInstance>> diagrams =
            SingletonSupplier.of(ReleasedNames::read);
    private final SingletonSupplier<Set<String>> messages =
            SingletonSupplier.of(() -> messages(diagrams.obtain().values()));

    /** The process id whose diagram bears this name; {@code null} when none does. */
    @Nullable
    String named(@Nullable String name) {
        return diagrams.obtain().entrySet().stream()
                .filter(diagram -> diagram.getValue().getModelElementsByType(Process.class).stream()
                        .anyMatch(process -> String.valueOf(process.getName()).equals(name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The released diagram of a process, only to be read; {@code null} when there is none. */
    @Nullable
    BpmnModelInstance diagram(@Nullable String process) {
        return process == null ? null : diagrams.obtain().get(process);
    }

    Set<String> messages() {
        return messages.obtain();
    }

    private static Set<String> messages(Collection<BpmnModelInstance> diagrams) {
        return diagrams.stream()
                .flatMap(model -> model.getModelElementsByType(Message.class).stream())
                .map(Message::getName)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
    }

    private static Map<String, BpmnModelInstance> read() {
        var models = new TreeMap<String, BpmnModelInstance>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
                try (var xml = file.getInputStream()) {
                    models.put(String.valueOf(file.getFilename()).replace(".bpmn", ""), Bpmn.readModelFromStream(xml));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return models;
    }
}
