package com.guncai.backoffice.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the fields of forms are called, and the answers to choose from, as the forms of this release say. */
@Component
public class FormLabels {
    private final ObjectMapper json;
    private final SingletonSupplier<Known> known = SingletonSupplier.of(this::learn);

    FormLabels(ObjectMapper json) {
        this.json = json;
    }

    /** @param anywhere of any form, for the fields of a task that a manager added */
    private record Known(
            Map<String, Map<String, JsonNode>> forms, Map<String, String> formOfTask, Map<String, JsonNode> anywhere) {}

    /**
     * What was entered, as people read it, by label and in the order of the form. A field that no form has comes last and is
     * called by its key; a box that was not ticked is left out.
     *
     * @param task its id in the diagram
     */
    public Map<String, Answer> readable(String task, Map<String, String> entered) {
        var ours = known.obtain();
        var form = ours.forms.getOrDefault(ours.formOfTask.getOrDefault(task, ""), Map.of());
        var readable = new LinkedHashMap<String, Answer>();
        Stream.concat(form.keySet().stream(), entered.keySet().stream().sorted())
                .distinct()
                .filter(entered::containsKey)
                .forEach(key -> {
                    var field = form.getOrDefault(key, ours.anywhere.get(key));
                    var value = entered.getOrDefault(key, "");
                    if (field == null || !isUnticked(field, value)) {
                        readable.put(label(key, field), answer(field, value));
                    }
                });
        return readable;
    }

    private Known learn() {
        var found = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>());
        var files = new PathMatchingResourcePatternResolver();
        try {
            for (var form : files.getResources("classpath:forms/*.form")) {
                learnForm(form, found);
            }
            for (var diagram : files.getResources("classpath:processes/*.bpmn")) {
                learnTasks(diagram, found);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private void learnForm(Resource file, Known found) throws IOException {
        try (var content = file.getInputStream()) {
            var form = json.readTree(content);
            var fields = new LinkedHashMap<String, JsonNode>();
            form.findParents("key")
                    .forEach(field -> fields.put(field.path("key").asText(), field));
            found.forms.put(form.path("id").asText(), fields);
            fields.forEach(found.anywhere::putIfAbsent);
        }
    }

    private static void learnTasks(Resource file, Known found) throws IOException {
        try (var content = file.getInputStream()) {
            Bpmn.readModelFromStream(content)
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> {
                        if (task.getCamundaFormRef() != null) {
                            found.formOfTask.put(task.getId(), task.getCamundaFormRef());
                        }
                    });
        }
    }

    private static boolean isUnticked(JsonNode field, String value) {
        return field.path("type").asText().equals("checkbox") && value.equals("false");
    }

    private static String label(String key, @Nullable JsonNode field) {
        return field == null
                ? key
                : Stream.of("label", "timeLabel", "dateLabel")
                        .map(name -> field.path(name).asText())
                        .filter(label -> !label.isBlank())
                        .findFirst()
                        .orElse(key)
                        .replace("（选填）", "");
    }

    private static Answer answer(@Nullable JsonNode field, String value) {
        if (value.equals("true") || value.equals("false")) {
            return new Answer(chosen(field, value, value.equals("true") ? "是" : "否"), "");
        }
        if (field == null) {
            return new Answer(value, value);
        }
        return switch (field.path("type").asText()) {
            case "radio", "select" -> new Answer(chosen(field, value, value), "");
            case "datetime" -> time(value);
            default ->
                new Answer(
                        field.at("/appearance/prefixAdorner").asText()
                                + value
                                + field.at("/appearance/suffixAdorner").asText(),
                        value);
        };
    }

    private static String chosen(@Nullable JsonNode field, String value, String otherwise) {
        if (field != null) {
            for (var choice : field.path("values")) {
                if (choice.path("value").asText().equals(value)) {
                    return choice.path("label").asText();
                }
            }
        }
        return otherwise;
    }

    private static Answer time(String value) {
        try {
            return new Answer(BusinessTime.text(OffsetDateTime.parse(value).toInstant()), "");
        } catch (DateTimeException another) {
            return new Answer(value, value);
        }
    }

    /**
     * @param text fit to show to whoever may read it
     * @param typed what somebody typed, which may name people; empty for a choice or a time
     */
    public record Answer(String text, String typed) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
