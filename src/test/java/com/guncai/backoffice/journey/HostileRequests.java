package com.guncai.backoffice.journey;

import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requests that nobody means well with, to every address of the product; the same ones for the same seed. */
class HostileRequests {
    /** Addresses that are no controllers of ours. */
    private static final List<String> OTHERS = List.of(
            "GET /actuator/health",
            "GET /actuator/prometheus",
            "GET /camunda/app/tasklist/default/",
            "POST /camunda/api/admin/auth/user/default/login/tasklist",
            "GET /camunda/api/engine/engine/default/task",
            "POST /camunda/api/engine/engine/default/task",
            "GET /engine-rest/task",
            "POST /engine-rest/task",
            "POST /engine-rest/task/{x}/complete",
            "POST /engine-rest/task/{x}/submit-form",
            "POST /engine-rest/task/{x}/claim",
            "GET /engine-rest/process-instance",
            "POST /engine-rest/message",
            "GET /engine-rest/history/variable-instance",
            "POST /engine-rest/process-definition/key/{x}/submit-form",
            "POST /engine-rest/deployment/create",
            "GET /v3/api-docs",
            "GET /{x}");

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e-10000000",
            "99999999999999999999",
            "null",
            "true",
            "{}",
            "[]",
            "'",
            "\"",
            "\\",
            "%",
            "%00",
            "..",
            "../../etc/passwd",
            "<script>",
            "' or 1=1 --",
            "${7*7}",
            "#{orderNo}",
            "\u0000",
            "\uD800",
            "\u202E字",
            "字".repeat(3000),
            "a".repeat(5000),
            "2026-13-45T99:99",
            "13800000000",
            "MOVIE",
            "flower-30");

    private static final List<String> TYPES = List.of(
            "application/json",
            "*/*",
            "application/*",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json; charset=nonsense",
            "application/x-www-form-urlencoded",
            ";",
            "application/xml",
            "image/png");

    private static final List<String> BROKEN = List.of(
            "",
            "{",
            "[",
            "null",
            "\"x\"",
            "1",
            "[[[[[[",
            "{\"a\":{\"a\":{}}}",
            "--x\r\nContent-Disposition: form-data; name=\"claim\"\r\n\r\n{}\r\n--x--",
            upload("claim", "{}", "receipt", "\u00ff\u00d8\u00ff"),
            upload("claim", "{\"service\":\"FUEL\",\"spentFen\":1e400,\"payee\":[]}", "receipt", ""),
            upload("request", "null", "picture", "<svg onload=x>"),
            "--x\r\nContent-Disposition: form-data; name=\"receipt\"; filename=\"../../a\u0000.jpg\"\r\n\r\n",
            "\u0000",
            "NaN",
            "%00=1",
            "{\"\":\"\"}");

    private final Random random;
    private final List<Target> targets = new ArrayList<>();

    HostileRequests(RequestMappingHandlerMapping controllers, long seed) {
        random = new Random(seed);
        controllers.getHandlerMethods().forEach((mapping, handler) -> {
            var body = Stream.of(handler.getMethod().getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .<Class<?>>map(Parameter::getType)
                    .findFirst()
                    .orElse(Object.class);
            for (var path : mapping.getPatternValues()) {
                var methods = mapping.getMethodsCondition().getMethods();
                (methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name))
                        .forEach(method -> targets.add(new Target(method, path, body)));
            }
        });
        targets.removeIf(target -> target.path.startsWith("/sandbox"));
        targets.sort(Comparator.comparing(Target::path).thenComparing(Target::method));
        OTHERS.stream()
                .map(each -> each.split(" "))
                .forEach(each -> targets.add(new Target(each[0], each[1], Object.class)));
    }

    List<Target> targets() {
        return targets;
    }

    /** Goes through all addresses in turn. */
    Hostile next(int n) {
        var target = targets.get(n % targets.size());
        var method = random.nextInt(10) == 0
                ? any(List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "GET"))
                : target.method;
        var path = target.path.replaceAll("\\{[^}]*}", "\u0001");
        while (path.contains("\u0001")) {
            path = path.replaceFirst("\u0001", encoded(shorter(any(NASTY))));
        }
        if (random.nextInt(3) == 0) {
            path += "?" + any(List.of("page", "size", "status", "service", "q", "after", "token", "sortBy", "x", "%00"))
                    + "=" + (random.nextInt(8) == 0 ? "%zz" : encoded(shorter(any(NASTY))));
        }
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", random.nextInt(3) == 0 ? any(TYPES) : MediaType.APPLICATION_JSON_VALUE);
        if (random.nextInt(2) == 0) {
            headers.put("Idempotency-Key", any(List.of("k" + n, "k", "")));
        }
        if (random.nextInt(6) == 0) {
            headers.put("Accept", any(List.of("text/html", "*/*", "image/png", "x", "application/xml")));
        }
        if (random.nextInt(12) == 0) {
            headers.put(
                    any(List.of("X-Odd", "Accept-Language", "Range", "Idempotency-Key")),
                    "a" + (char) (0x80 + random.nextInt(0x20)));
        }
        var body = body(target.body);
        if (body.startsWith("--x") && random.nextInt(5) > 0) {
            headers.put("Content-Type", "multipart/form-data; boundary=x");
        }
        return new Hostile(method, path, headers, body);
    }

    /** A part of JSON and a file. */
    private static String upload(String part, String json, String file, String content) {
        return """
                --x\r
                Content-Disposition: form-data; name="%s"\r
                Content-Type: application/json\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="%s"; filename="a.jpg"\r
                Content-Type: image/jpeg\r
                \r
                %s\r
                --x--\r
                """
                .formatted(part, json, file, content);
    }

    private String body(Class<?> type) {
        if (!type.isRecord() || random.nextInt(5) == 0) {
            return any(BROKEN);
        }
        var fields = Stream.of(type.getRecordComponents())
                .map(component -> "\"" + component.getName() + "\":" + value())
                .toList();
        return "{" + String.join(",", fields) + "}";
    }

    private String value() {
        return random.nextInt(3) > 0
                ? quoted(any(NASTY))
                : any(List.of("1", "-1", "1e400", "true", "null", "[]", "{}", "[{}]", "1.5"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000") + "\"";
    }

    /** A line of a request has its limit, which is Tomcat's matter. */
    private static String shorter(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    record Target(String method, String path, Class<?> body) {}

    record Hostile(String method, String path, Map<String, String> headers, String body) {
        /** The rest would be asked by nobody: a sign-in that fails, a sign-out, the end of an account. */
        boolean endsSession() {
            return path.matches(".*(/login/|/sessions/current|/logout|/me[?]|/me$).*");
        }

        /** As bytes on the wire: a client library would refuse to send some of it. */
        byte[] bytes(String authorization) {
            var content = body.getBytes(StandardCharsets.UTF_8);
            var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append(authorization)
                    .append("Content-Length: ")
                    .append(content.length)
                    .append("\r\n\r\n");
            var start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
            var all = new byte[start.length + content.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(content, 0, all, start.length, content.length);
            return all;
        }
    }
}
