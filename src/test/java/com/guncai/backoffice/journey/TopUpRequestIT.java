package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the API takes for a top-up, and what it refuses. */
@BackofficeTest
class TopUpRequestIT {
    private static final String PHONE = "13800138000";

    @LocalServerPort
    int port;

    Json anybody;
    MiniProgram customer;

    @BeforeEach
    void meet() {
        anybody = Json.at(port);
        customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    @Test
    void theCatalogueOffersTheFaces() {
        assertThat(anybody.get("/api/v1/catalog").is(200).json().get("topUpFaces"))
                .extracting(JsonNode::asLong)
                .containsExactly(5000L, 10_000L);
    }

    @Test
    void theSameKeyIsTheSameOrder() {
        var key = UUID.randomUUID().toString();
        var api = customer.api().with("Idempotency-Key", key);
        var request = Map.of("phone", PHONE, "faceFen", 10_000);

        var first = api.post("/api/v1/top-up-orders", request).is(201);
        var again = api.post("/api/v1/top-up-orders", request).is(201);
        var other = api.post("/api/v1/top-up-orders", Map.of("phone", "13800138001", "faceFen", 10_000));

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.is(409).text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"phone\":\"1380013800\",\"faceFen\":5000}",
                "{\"phone\":\"138001380000\",\"faceFen\":5000}",
                "{\"phone\":\"12800138000\",\"faceFen\":5000}",
                "{\"phone\":\"138 0013 8000\",\"faceFen\":5000}",
                "{\"phone\":\"１３８００１３８０００\",\"faceFen\":5000}",
                "{\"phone\":\"\",\"faceFen\":5000}",
                "{\"faceFen\":5000}",
                "{\"phone\":\"13800138000\"}",
                "{\"phone\":\"13800138000\",\"faceFen\":\"五十\"}",
                "{\"phone\":\"13800138000\",\"faceFen\":5000.9}",
                "{\"phone\":\"13800138000\",\"faceFen\":5000.0}",
                "{\"phone\":\"13800138000\",\"faceFen\":5000,\"payableFen\":1}",
                "{",
                ""
            })
    void whatCannotBeRightIsRefused(String body) {
        var answer = customer.api()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/top-up-orders", body);

        assertThat(answer.is(400).contentType()).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo("REQUEST_INVALID");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0, -5000, 4999, 50_000, Long.MAX_VALUE})
    void aFaceThatIsNotOfferedIsRefused(long faceFen) {
        assertThat(customer.topsUp(PHONE, faceFen).is(400).text("/code")).isEqualTo("FACE_NOT_OFFERED");
    }

    @Test
    void aRequestWithoutAKeyOrASessionIsRefused() {
        var request = Map.of("phone", PHONE, "faceFen", 5000);

        assertThat(customer.api().post("/api/v1/top-up-orders", request).is(400).text("/code"))
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        anybody.with("Idempotency-Key", "k")
                .post("/api/v1/top-up-orders", request)
                .is(401);
    }

    @Test
    void anotherCustomersOrderDoesNotExist() {
        var orderNo = customer.topsUp(PHONE, 5000).is(201).text("/orderNo");
        var stranger = MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));

        assertThat(stranger.order(orderNo).is(404).text("/code")).isEqualTo("ORDER_NOT_FOUND");
    }
}
