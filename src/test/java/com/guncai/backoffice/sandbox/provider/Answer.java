package com.guncai.backoffice.sandbox.provider;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a provider answers.
 *
 * @param withheld the request was carried out, but the caller never hears of it (its read times out)
 */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers, boolean withheld) {
    private static final String JSON = "application/json; charset=utf-8";

    public static Answer json(int status, Object body) {
        return new Answer(status, JSON, Json.write(body).getBytes(StandardCharsets.UTF_8), Map.of(), false);
    }

    /** A 204; WxJava's verification reads the content type even of an answer without content. */
    public static Answer empty() {
        return new Answer(204, JSON, new byte[0], Map.of(), false);
    }

    public static Answer bytes(String contentType, byte[] body) {
        return new Answer(200, contentType, body, Map.of(), false);
    }

    public Answer with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, contentType, body, all, withheld);
    }

    public Answer withhold() {
        return new Answer(status, contentType, body, headers, true);
    }
}
