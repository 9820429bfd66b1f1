package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.testing.AtOnce;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What managers change in the settings is what the next customer gets, and nothing that was ordered before. */
@BackofficeTest
class SettingsIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    MiniProgram customer;
    StaffBrowser manager;

    @BeforeEach
    void meet() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        manager = StaffBrowser.of(port, "manager");
    }

    @Test
    void theNextOrderHasTheNewPriceAndTheOpenOneTheOld() {
        var open = customer.placesFlowers();
        changes("flowers/red-roses-11", "{\"priceFen\": 18800, \"name\": \"红玫瑰<b>11</b>枝\"}");

        assertThat(price(customer.placesFlowers())).isEqualTo(18_800);
        assertThat(price(open)).isEqualTo(15_000);
        assertThat(catalogue("/flowers", "red-roses-11").get("priceFen").asLong())
                .isEqualTo(18_800);
        assertThat(new String(manager.opens("/staff/settings/flowers").body(), StandardCharsets.UTF_8))
                .contains("红玫瑰&lt;b&gt;11&lt;/b&gt;枝")
                .doesNotContain("红玫瑰<b>");
        var change =
                json(manager.get("/staff/api/settings/flowers/changes").body()).at("/items/0");
        assertThat(change.at("/who").asText()).isEqualTo("manager");
        assertThat(change.at("/before/priceFen").asLong()).isEqualTo(15_000);
        assertThat(change.at("/after/priceFen").asLong()).isEqualTo(18_800);

        reverts(change.get("id").asLong(), 204);
        assertThat(price(customer.placesFlowers())).isEqualTo(15_000);
        reverts(change.get("id").asLong(), 409);
    }

    @Test
    void aPriceOfTheFutureCountsFromItsTimeOn() {
        var now = OffsetDateTime.parse(Json.at(port).get("/sandbox/clock").text("/now"));
        changes("flowers/lilies-6", "{\"nextPriceFen\": 20000, \"nextPriceFrom\": \"" + now.plusHours(2) + "\"}");
        assertThat(catalogue("/flowers", "lilies-6").get("priceFen").asLong()).isEqualTo(13_900);

        Json.at(port).post("/sandbox/clock", Map.of("advance", "PT3H")).is(200);
        assertThat(catalogue("/flowers", "lilies-6").get("priceFen").asLong()).isEqualTo(20_000);
        var lilies = customer.flowers();
        lilies.put("flowerId", "lilies-6");
        assertThat(price(customer.orders(lilies).is(201).text("/orderNo"))).isEqualTo(20_000);
        assertThat(status("flowers/lilies-6", "{\"nextPriceFen\": 1, \"nextPriceFrom\": \"" + now + "\"}"))
                .as("in the past")
                .isEqualTo(400);
        changes("flowers/lilies-6", "{\"priceFen\": 13900}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"priceFen\": 0}",
                "{\"priceFen\": -100}",
                "{\"priceFen\": 99999999999}",
                "{\"priceFen\": 1.5}",
                "{\"priceFen\": null}",
                "{\"name\": \"\"}",
                "{\"name\": \"一\\n二\"}",
                "{\"nextPriceFen\": 100}",
                "{\"imageUrl\": \"javascript:alert(1)\"}",
                "{\"imageUrl\": \"https://example.com/a.png\"}",
                "{\"offered\": \"maybe\"}",
                "[]"
            })
    void whatCannotBeIsRefusedAndChangesNothing(String body) {
        var before = new String(manager.get("/staff/api/settings/flowers").body(), StandardCharsets.UTF_8);

        assertThat(status("flowers/tulips-10", body)).isEqualTo(400);
        assertThat(new String(manager.get("/staff/api/settings/flowers").body(), StandardCharsets.UTF_8))
                .isEqualTo(before);
    }

    @Test
    void ofTwoManagersWhoSaveTheSameVersionTheSecondIsRefused() {
        var version = item("flowers", "carnations-16").get("version").asInt();

        var answers = AtOnce.atOnce(IntStream.range(0, 4)
                .<Supplier<Integer>>mapToObj(number -> () -> status(
                        "flowers/carnations-16",
                        "{\"position\": " + (900 + number) + ", \"version\": " + version + "}"))
                .toList());

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(item("flowers", "carnations-16").get("version").asInt()).isEqualTo(version + 1);
    }

    @Test
    void flowersAreDeliveredWhereAndWhenManagersSay() {
        var day = customer.flowers().get("deliverySlot").toString().substring(0, 10);
        changes("delivery/delivery", "{\"closedDays\": [\"" + day + "\"]}");
        assertThat(customer.orders(customer.flowers()).is(400).text("/code")).isEqualTo("SLOT_CLOSED");
        changes("delivery/delivery", "{\"closedDays\": [], \"cities\": [\"柳州\"]}");
        assertThat(customer.orders(customer.flowers()).is(400).text("/code")).isEqualTo("CITY_NOT_SERVED");
        assertThat(catalogue().at("/cities")).hasSize(1);
        reverts(
                json(manager.get("/staff/api/settings/delivery/changes").body())
                        .at("/items/0/id")
                        .asLong(),
                204);
        assertThat(status("delivery/delivery", "{\"firstHour\": 21, \"lastHour\": 9}"))
                .isEqualTo(400);
        assertThat(status("delivery/delivery", "{\"closedDays\": [\"明天\"]}")).isEqualTo(400);
        reverts(
                json(manager.get("/staff/api/settings/delivery/changes").body())
                        .at("/items/1/id")
                        .asLong(),
                409);
        changes("delivery/delivery", "{\"closedDays\": []}");
        customer.placesFlowers();
    }

    @Test
    void facesAndCouponsAreSoldAsManagersSay() {
        changes("top-up-faces/top-up-faces", "{\"facesYuan\": [\"20\", \"50\"]}");
        customer.topsUp("13900000003", 2_000).is(201);
        customer.topsUp("13900000003", 10_000).is(400);
        assertThat(status("top-up-faces/top-up-faces", "{\"facesYuan\": [\"0\"]}"))
                .isEqualTo(400);
        assertThat(status("top-up-faces/top-up-faces", "{\"facesYuan\": [\"9.5\"]}"))
                .isEqualTo(400);
        changes("top-up-faces/top-up-faces", "{\"facesYuan\": [\"50\", \"100\"]}");

        changes("coupon-products/fuel-50", "{\"priceFen\": 4500}");
        assertThat(customer.buys("fuel-50", 2).is(201).json().get("priceFen").asLong())
                .isEqualTo(9_000);
        changes("coupon-products/fuel-50", "{\"offered\": false}");
        assertThat(customer.buys("fuel-50", 1).is(409).text("/code")).isEqualTo("PRODUCT_NOT_FOR_SALE");
        assertThat(catalogue().at("/couponProducts").findValuesAsText("id")).doesNotContain("fuel-50");
        assertThat(status("coupon-products/movie-30", "{\"faceFen\": 5000}")).isEqualTo(400);
        changes("coupon-products/fuel-50", "{\"offered\": true, \"priceFen\": 4800}");
    }

    @Test
    void theNextMessageGoesToWhoeverIsOnDuty() {
        var phone = "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        var shift = "duty-" + Math.floorMod(System.nanoTime(), 100_000_000);
        changes(
                "duty/" + shift,
                """
                {"desk": "flower-desk", "person": "甲", "phone": "%s", "days": ["1","2","3","4","5","6","7"],
                 "from": "00:00", "to": "00:00"}"""
                        .formatted(phone));

        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);

        await().untilAsserted(() -> assertThat(
                        Json.at(port).get("/sandbox/sms?phone=" + phone).json().toString())
                .contains(orderNo));
        assertThat(jdbc.queryForList("select content from setting where list = 'duty'", String.class))
                .noneMatch(content -> content.contains(phone));
        assertThat(manager.sends("DELETE", "/staff/api/settings/duty/" + shift, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(status("duty/" + shift, "{\"desk\": \"no-desk\"}")).isEqualTo(400);
    }

    private void changes(String path, String body) {
        var answer = manager.sends("PUT", "/staff/api/settings/" + path, body);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
    }

    private int status(String path, String body) {
        return manager.sends("PUT", "/staff/api/settings/" + path, body).statusCode();
    }

    private void reverts(long change, int status) {
        assertThat(manager.sends("POST", "/staff/api/settings/changes/" + change + "/revert", "")
                        .statusCode())
                .isEqualTo(status);
    }

    private JsonNode item(String list, String id) {
        return byId(json(manager.get("/staff/api/settings/" + list).body()).at("/items"), id);
    }

    private JsonNode catalogue(String part, String id) {
        return byId(catalogue().at(part), id);
    }

    private JsonNode catalogue() {
        return Json.at(port).get("/api/v1/catalog").is(200).json();
    }

    private static JsonNode byId(JsonNode items, String id) {
        for (var item : items) {
            if (item.get("id").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("no " + id + " in " + items);
    }

    private long price(String orderNo) {
        return customer.order(orderNo).is(200).json().get("priceFen").asLong();
    }

    private static JsonNode json(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
