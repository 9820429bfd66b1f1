package com.guncai.backoffice.process.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a clerk may enter in the forms of a deployment: every combination of what decides where a case goes. */
class TaskAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "datetime", "taglist", "checklist");
    private static final int MOST_COMBINATIONS = 12;

    private final Map<String, JsonNode> forms;
    private final SampleValues samples;

    TaskAnswers(Map<String, byte[]> files, SampleValues samples) {
        this.samples = samples;
        this.forms = new HashMap<>();
        files.forEach((name, content) -> {
            if (name.endsWith(".form")) {
                var form = read(content);
                forms.put(form.path("id").asText(), form);
            }
        });
    }

    private static JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keys of all fields that some form asks for. */
    Set<String> fields() {
        return forms.values().stream()
                .flatMap(form -> inputs(form).stream())
                .map(field -> field.path("key").asText())
                .collect(Collectors.toSet());
    }

    /** @param form its id; {@code null} for a task without one */
    List<Map<String, @Nullable Object>> of(@Nullable String form) {
        List<Map<String, @Nullable Object>> combinations = new ArrayList<>();
        combinations.add(new LinkedHashMap<>());
        var asked = form == null ? null : forms.get(form);
        if (asked == null) {
            return combinations;
        }
        for (var field : inputs(asked)) {
            var values = values(field);
            var more = new ArrayList<Map<String, @Nullable Object>>();
            for (var value : values) {
                for (var combination : combinations) {
                    var extended = new LinkedHashMap<>(combination);
                    extended.put(field.path("key").asText(), value);
                    more.add(extended);
                }
            }
            combinations = more.size() > MOST_COMBINATIONS ? more.subList(0, MOST_COMBINATIONS) : more;
        }
        return combinations;
    }

    private static List<JsonNode> inputs(JsonNode form) {
        return form.findParents("key").stream()
                .filter(field -> INPUTS.contains(field.path("type").asText()))
                .toList();
    }

    private List<@Nullable Object> values(JsonNode field) {
        var key = field.path("key").asText();
        var options = field.path("values").findValues("value").stream()
                .<@Nullable Object>map(TaskAnswers::plain)
                .toList();
        if (!samples.decides(key)) {
            return List.of(options.isEmpty() ? sample(field) : options.get(0));
        }
        if (!options.isEmpty()) {
            return options;
        }
        return field.path("type").asText().equals("checkbox") ? List.of(true, false) : samples.of(key);
    }

    private static @Nullable Object plain(JsonNode value) {
        return value.isBoolean()
                ? (Object) value.asBoolean()
                : value.isNumber() ? (Object) value.asLong() : value.asText();
    }

    private static Object sample(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "checkbox" -> true;
            case "number" -> 1L;
            case "datetime" -> "2030-01-01T10:00+08:00";
            default -> "1";
        };
    }
}
