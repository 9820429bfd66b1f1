package com.guncai.backoffice.journey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Start forms with a file, as Tasklist and other programs send them. */
public final class Files {
    private Files() {}

    public static Map<String, Object> form(String fileName, byte[] content, Map<String, String> fields) {
        var variables = new HashMap<String, Object>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        variables.put(
                "file",
                Map.of(
                        "value",
                        Base64.getEncoder().encodeToString(content),
                        "type",
                        "File",
                        "valueInfo",
                        Map.of("filename", fileName)));
        return Map.of("variables", variables);
    }

    public static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
