package com.guncai.backoffice.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a form asks for.
 *
 * @param asked names of the variables that whoever fills it in answers
 * @param shown names that it only shows; Tasklist sends them back all the same
 */
record FormFields(Set<String> asked, Set<String> shown) {
    static final FormFields NONE = new FormFields(Set.of(), Set.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Inputs of an embedded form, and variables that its script declares. */
    private static final Pattern IN_HTML = Pattern.compile(
            "cam-variable-name\\s*=\\s*[\"']([^\"']+)[\"']|createVariable\\(\\s*\\{[^}]*?name\\s*:\\s*[\"']([^\"']+)[\"']");

    /** @param name of the file: {@code .form} is a Camunda form, anything else a page of HTML */
    static FormFields of(String name, byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        var fields = new FormFields(new HashSet<>(), new HashSet<>());
        if (name.endsWith(".form")) {
            try {
                fields.addComponents(JSON.readTree(text), "");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        } else {
            IN_HTML.matcher(text)
                    .results()
                    .forEach(found -> fields.asked.add(found.group(1) == null ? found.group(2) : found.group(1)));
        }
        return new FormFields(Set.copyOf(fields.asked), Set.copyOf(fields.shown));
    }

    private void addComponents(JsonNode parent, String path) {
        for (var component : parent.path("components")) {
            var key = path + component.path("key").asText();
            var inner = component.path("path").asText();
            if (!key.equals(path)) {
                add(
                        key,
                        component.path("readonly").asBoolean()
                                || component.path("disabled").asBoolean());
            } else if ("dynamiclist".equals(component.path("type").asText())) {
                add(path + inner, false);
            }
            addComponents(component, inner.isEmpty() ? path : path + inner + ".");
        }
    }

    /** {@code a.b} is a part of the variable {@code a}. */
    private void add(String key, boolean readOnly) {
        (readOnly ? shown : asked).add(key.split("\\.")[0]);
    }
}
