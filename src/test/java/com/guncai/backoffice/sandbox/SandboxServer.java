package com.guncai.backoffice.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * WeChat, WeChat Pay and Aliyun in a process of their own, for nodes that run from the jar of production: what customers,
 * banks and networks do to it comes by HTTP. {@link SandboxMain} starts it.
 */
final class SandboxServer implements AutoCloseable {
    private final Providers providers;
    private final HttpServer controls;

    SandboxServer(Providers providers, InetSocketAddress address) {
        this.providers = providers;
        try {
            controls = HttpServer.create(address, 200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        controls.setExecutor(Executors.newCachedThreadPool());
        var cashier = new Cashier(providers);
        on("/users", call -> user());
        on("/pay", call -> cashier.pay(Json.MAPPER.convertValue(call, Payment.class)));
        on("/refunds/settle", this::settled);
        on("/faults", call -> {
            providers.faults.add(Json.MAPPER.convertValue(call, Fault.class));
            return Map.of();
        });
        on("/faults/clear", call -> {
            providers.faults.clear();
            return Map.of();
        });
        on("/books", call -> books());
        on("/messages", call -> messages());
        on("/messages/clear", call -> cleared());
        controls.start();
    }

    int port() {
        return controls.getAddress().getPort();
    }

    private Object user() {
        var user = providers.users.add(null);
        var codes = providers.users.codes(user.openid());
        return Map.of(
                "openid", user.openid(),
                "phone", user.phone(),
                "loginCode", codes.loginCode(),
                "phoneCode", codes.phoneCode());
    }

    private Object settled(JsonNode call) {
        var settled = providers
                .weChatPay
                .settlement()
                .settle(
                        call.path("outRefundNo").asText(),
                        PayRefund.Status.valueOf(call.path("status").asText("SUCCESS")));
        return settled == null ? Map.of() : settled;
    }

    /** What WeChat Pay believes: all orders and refunds. */
    private Object books() {
        var ledger = providers.weChatPay.ledger();
        return Map.of("orders", ledger.orders(), "refunds", ledger.refunds());
    }

    private Object messages() {
        return Map.of(
                "sms", providers.mailbox.arrived(null),
                "weChat", providers.weChat.messages().arrived(null),
                "shipping", providers.weChat.shipping().uploaded());
    }

    private Object cleared() {
        providers.mailbox.clear();
        providers.weChat.messages().clear();
        return Map.of();
    }

    private void on(String path, Function<ObjectNode, Object> control) {
        controls.createContext(path, exchange -> {
            int status = 200;
            Object answer;
            try {
                answer = control.apply(
                        (ObjectNode) Json.read(exchange.getRequestBody().readAllBytes()));
            } catch (RuntimeException failure) {
                status = 400;
                answer = Map.of("message", String.valueOf(failure.getMessage()));
            }
            send(exchange, status, Json.MAPPER.writeValueAsBytes(answer));
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        controls.stop(0);
        providers.close();
    }
}
