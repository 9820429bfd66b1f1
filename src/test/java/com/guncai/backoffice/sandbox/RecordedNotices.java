package com.guncai.backoffice.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where the application's callbacks stand and keeps what came. */
final class RecordedNotices implements AutoCloseable {
    final List<Notice> all = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    RecordedNotices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = new HashMap<String, String>();
                exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
                var body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
                all.add(new Notice(exchange.getRequestURI().getPath(), headers, body));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    Notice last() {
        return all.get(all.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Notice(String path, Map<String, String> headers, String body) {}
}
