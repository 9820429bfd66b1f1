package com.guncai.backoffice.sandbox.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as it came over the wire; signatures are computed over exactly these parts.
 *
 * @param headers by lower-case name
 */
public record Call(String method, URI uri, Map<String, String> headers, byte[] body) {

    /** Path and query as they were sent, which is what WeChat Pay's signature covers. */
    public String target() {
        var query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    public String path() {
        return uri.getPath();
    }

    /** The header's value, or an empty string. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(), "");
    }

    /** Decoded query parameters in the order they came. */
    public Map<String, String> query() {
        var parameters = new LinkedHashMap<String, String>();
        var raw = uri.getRawQuery();
        if (raw == null || raw.isEmpty()) return parameters;
        for (var pair : raw.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return parameters;
    }

    /** The query parameter's value, or an empty string. */
    public String query(String name) {
        return query().getOrDefault(name, "");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.read(body);
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
