package com.guncai.backoffice.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.shared.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Speaks JSON over HTTP to the application under test. */
public class Json {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String base;
    private final Map<String, String> headers;

    private Json(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Json at(int port) {
        return new Json("http://127.0.0.1:" + port, Map.of());
    }

    public Json with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Json(base, more);
    }

    public Json as(String user, String password) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + credentials);
    }

    public Json bearing(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    public Answer post(String path, Object body) {
        return postText(path, body instanceof String text ? text : write(body));
    }

    public Answer put(String path, Object body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(write(body))),
                path);
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder().DELETE(), path);
    }

    public Answer post(String path) {
        return send(HttpRequest.newBuilder().POST(BodyPublishers.noBody()), path);
    }

    /** As the mini-program uploads. */
    public Answer post(String path, Multipart form) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", form.contentType())
                        .POST(BodyPublishers.ofByteArray(form.bytes())),
                path);
    }

    private Answer postText(String path, String body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                path);
    }

    private Answer send(HttpRequest.Builder request, String path) {
        headers.forEach(request::setHeader);
        try {
            var response = CLIENT.send(request.uri(URI.create(base + path)).build(), BodyHandlers.ofString());
            var answer = new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
            return path.startsWith("/api/") ? answer.documented() : answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String write(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** What came back. */
    public record Answer(int status, String contentType, String body) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("not JSON: " + status + " " + body, notJson);
            }
        }

        public String text(String pointer) {
            return json().at(pointer).asText();
        }

        /** Itself, unless it is a problem whose code the API's documentation does not name. */
        private Answer documented() {
            var isProblem = contentType.startsWith("application/problem+json");
            if (isProblem && !ProblemCode.valueOf(text("/code")).isForCustomers()) {
                throw new AssertionError("the API's documentation does not name " + text("/code"));
            }
            return this;
        }

        /** Itself, when the status is as expected. */
        public Answer is(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but was " + status + ": " + body);
            }
            return this;
        }
    }
}
