package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer who paid for flowers, the clerks who decide on a refund, and WeChat Pay. */
@BackofficeTest
abstract class RefundJourneyFixture {
    @LocalServerPort
    int port;

    Json sandbox;
    MiniProgram customer;
    Clerk flowerDesk;
    Clerk service;
    Clerk finance;

    @BeforeEach
    void meet() {
        sandbox = Json.at(port);
        customer = MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        flowerDesk = new Clerk(port, "flower");
        service = new Clerk(port, "service");
        finance = new Clerk(port, "finance");
    }

    String paid() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        return orderNo;
    }

    void decides(String orderNo, Map<String, ?> decision) {
        var task = id(service.refundTask(orderNo).orElseThrow());
        service.claims(task).is(204);
        service.completes(task, decision).is(204);
    }

    void buys(String orderNo) {
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseCostYuan", 128.5);
        flowerDesk.completes(id(flowerDesk.awaitsTask(orderNo)), shop).is(204);
    }

    JsonNode atWeChatPay(String orderNo) {
        return sandbox.get("/sandbox/wechat-pay/refunds?orderNo=" + orderNo).json();
    }

    static String id(JsonNode task) {
        return task.get("id").asText();
    }
}
