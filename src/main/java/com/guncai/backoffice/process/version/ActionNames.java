package com.guncai.backoffice.process.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the element templates call the expressions that they write into a diagram. */
final class ActionNames {
    private static final Map<String, String> NAMES = read();

    private ActionNames() {}

    /** The name of an expression, or what was given when no template writes it. */
    static String of(String value) {
        return NAMES.getOrDefault(value, value);
    }

    private static Map<String, String> read() {
        var names = new HashMap<String, String>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:element-templates/*.json")) {
                try (var content = file.getInputStream()) {
                    new ObjectMapper().readTree(content).forEach(template -> collect(template, names));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }

    private static void collect(JsonNode template, Map<String, String> names) {
        var title = template.path("name").asText();
        for (var property : template.path("properties")) {
            var value = property.path("value").asText();
            if (value.startsWith("${") && property.path("type").asText().equals("Hidden")) {
                names.putIfAbsent(value, title);
            }
            property.path("choices")
                    .forEach(choice -> names.putIfAbsent(
                            choice.path("value").asText(), choice.path("name").asText()));
        }
    }
}
