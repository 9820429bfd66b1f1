package com.guncai.backoffice.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Answers the SDK's calls one by one as told, byte by byte where the sandbox would be too polite. */
class AliyunStub implements AutoCloseable {
    final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Reply reply = new Reply(200, "{}");

    /** @param status 0 hangs up without a word, -1 never answers */
    private record Reply(int status, String body) {}

    AliyunStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    void answers(int status, String body) {
        reply = new Reply(status, body);
    }

    void hangsUp() {
        answers(0, "");
    }

    void keepsSilent() {
        answers(-1, "");
    }

    SmsProperties properties() {
        return new SmsProperties(
                "id",
                "secret",
                "127.0.0.1:" + server.getAddress().getPort(),
                "HTTP",
                "滚财",
                Duration.ofSeconds(1),
                Duration.ofMillis(400),
                Duration.ofMinutes(15),
                100,
                null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : exchange.getRequestURI().getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        calls.add(parameters);
        exchange.getRequestBody().readAllBytes();
        if (reply.status() == -1) {
            awaitClosing();
        }
        if (reply.status() > 0) {
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
