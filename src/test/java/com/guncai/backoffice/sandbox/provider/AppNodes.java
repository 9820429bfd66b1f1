package com.guncai.backoffice.sandbox.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The application's nodes, to which the platforms send notices, in turn as behind a load balancer. */
public final class AppNodes {
    /** WeChat Pay waits this long for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public void add(int port) {
        add(onThisMachine(port));
    }

    /** @param node its address without a path: {@code http://app:8080} */
    public void add(String node) {
        nodes.add(node);
    }

    public void remove(int port) {
        nodes.remove(onThisMachine(port));
    }

    /** Posts JSON to a path of the next node; the host of the address the application gave is not looked at. */
    public Delivery post(String path, byte[] body, Map<String, String> headers) {
        var known = List.copyOf(nodes);
        if (known.isEmpty()) return new Delivery(0, "The application listens on no port");
        return post(known.get(Math.floorMod(turn.getAndIncrement(), known.size())), path, body, headers);
    }

    /** As above, to the node at this port. */
    public Delivery post(int port, String path, byte[] body, Map<String, String> headers) {
        return post(onThisMachine(port), path, body, headers);
    }

    private Delivery post(String node, String path, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(node + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Mozilla/4.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Delivery(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Delivery(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery(0, "interrupted");
        }
    }

    private static String onThisMachine(int port) {
        return "http://127.0.0.1:" + port;
    }

    /**
     * What the application answered to a notice.
     *
     * @param status the HTTP status; 0 when there was no answer
     */
    public record Delivery(int status, String body) {
        public boolean accepted() {
            return status >= 200 && status < 300;
        }
    }
}
