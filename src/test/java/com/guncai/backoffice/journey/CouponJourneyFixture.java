package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer, an empty stock of codes, and how codes get into it and out of it. */
@BackofficeTest
abstract class CouponJourneyFixture {
    @LocalServerPort
    int port;

    Json sandbox;
    MiniProgram customer;

    @BeforeEach
    void meet() {
        sandbox = Json.at(port);
        sandbox.delete("/sandbox/codes").is(204);
        customer = newCustomer();
    }

    long bought(MiniProgram buyer) {
        return bought(buyer, 1);
    }

    long bought(MiniProgram buyer, int toStock) {
        stock(toStock);
        var orderNo = buyer.buys("movie-30", 1).is(201).text("/orderNo");
        buyer.pays(orderNo);
        await().untilAsserted(() -> assertThat(buyer.status(orderNo)).isEqualTo("COMPLETED"));
        return buyer.coupons("ISSUED").at("/0/id").asLong();
    }

    List<String> stock(int count) {
        return stock(Map.of("count", count));
    }

    List<String> stock(int count, OffsetDateTime validUntil) {
        return stock(Map.of("count", count, "validUntil", validUntil.toInstant().toString()));
    }

    List<String> stock(Map<String, Object> wanted) {
        var codes = new ArrayList<String>();
        sandbox.post("/sandbox/codes", wanted).is(201).json().at("/codes").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    MiniProgram newCustomer() {
        return MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }
}
