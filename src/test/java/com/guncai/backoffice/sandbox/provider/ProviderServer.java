package com.guncai.backoffice.sandbox.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loopback server all providers answer on. */
public final class ProviderServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProviderServer.class);
    /** Longer than any client waits. */
    private static final int WITHHELD_SECONDS = 60;

    private final List<Provider> providers;
    private final ScheduledExecutorService timer;
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "sandbox-provider");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    public ProviderServer(List<Provider> providers, ScheduledExecutorService timer) {
        this(providers, timer, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** @param address where it listens; port 0 takes a free one */
    public ProviderServer(List<Provider> providers, ScheduledExecutorService timer, InetSocketAddress address) {
        // Without it each answer waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.providers = providers;
        this.timer = timer;
        try {
            server = HttpServer.create(address, 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            var call = read(exchange);
            answer = providers.stream()
                    .filter(provider -> provider.serves(call))
                    .findFirst()
                    .map(provider -> provider.answer(call))
                    .orElseGet(() -> Answer.json(404, Json.object().put("message", "No such address: " + call.path())));
        } catch (RuntimeException e) {
            log.error("The sandbox failed on {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            answer = Answer.json(500, Json.object().put("message", "Sandbox failure: " + e));
        }
        if (answer.withheld()) timer.schedule(exchange::close, WITHHELD_SECONDS, TimeUnit.SECONDS);
        else send(exchange, answer);
    }

    private static Call read(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            if (length > 0) exchange.getResponseBody().write(answer.body());
        }
    }
}
