package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is sent: a problem with a stable code and a Chinese sentence, nothing changed, nothing personal in the log. */
@BackofficeTest
@ExtendWith(OutputCaptureExtension.class)
class BadInputIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    MiniProgram customer;

    @BeforeEach
    void signIn() {
        customer = MiniProgram.of(port, "131%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    static Stream<Arguments> spoiltOrders() {
        return Stream.of(
                spoilt("city", "广州", "CITY_NOT_SERVED"),
                spoilt("city", "", "REQUEST_INVALID"),
                spoilt("flowerId", "orchid-of-nowhere", "FLOWER_NOT_OFFERED"),
                spoilt("flowerId", null, "REQUEST_INVALID"),
                spoilt("phone", "12345", "REQUEST_INVALID"),
                spoilt("phone", "13900000001; drop table customer", "REQUEST_INVALID"),
                spoilt("recipient", " ", "REQUEST_INVALID"),
                spoilt("address", "长".repeat(201), "REQUEST_INVALID"),
                spoilt("cardMessage", "长".repeat(201), "REQUEST_INVALID"),
                spoilt("deliverySlot", null, "REQUEST_INVALID"),
                spoilt("deliverySlot", "tomorrow", "REQUEST_INVALID"),
                spoilt("deliverySlot", "2020-01-01T10:00+08:00", "SLOT_TOO_SOON"),
                spoilt("deliverySlot", "2199-01-01T10:00+08:00", "SLOT_TOO_FAR"),
                spoilt("priceFen", 1, "REQUEST_INVALID"),
                spoilt("payableFen", 1, "REQUEST_INVALID"),
                spoilt("couponId", 1.9, "REQUEST_INVALID"),
                spoilt("couponId", 999_999_999, "COUPON_NOT_AVAILABLE"),
                spoilt("couponId", "one", "REQUEST_INVALID"));
    }

    private static Arguments spoilt(String field, Object value, String code) {
        return Arguments.of(field, value, code);
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @MethodSource("spoiltOrders")
    void anOrderWithAFieldThatCannotBeIsRefused(String field, Object value, String code, CapturedOutput log) {
        var orders = count("customer_order");
        var spoilt = new HashMap<>(customer.flowers());
        spoilt.put(field, value);

        var answer = customer.orders(spoilt);

        isProblem(answer, code);
        assertThat(answer.status()).isIn(400, 409);
        assertThat(count("customer_order")).isEqualTo(orders);
        assertThat(log).doesNotContain("13900000001", "收花人甲", "民族大道", customer.phone());
    }

    @Test
    void aSlotThatIsNotOnTheHourIsRefused() {
        var spoilt = customer.flowers();
        spoilt.put(
                "deliverySlot",
                OffsetDateTime.parse((String) spoilt.get("deliverySlot"))
                        .plusMinutes(30)
                        .toString());

        isProblem(customer.orders(spoilt), "SLOT_NOT_ON_HOUR");
    }

    @Test
    void aSlotAtNightIsRefused() {
        var spoilt = customer.flowers();
        spoilt.put(
                "deliverySlot",
                OffsetDateTime.parse((String) spoilt.get("deliverySlot"))
                        .withHour(3)
                        .toString());

        isProblem(customer.orders(spoilt), "SLOT_OUT_OF_HOURS");
    }

    @Test
    void anOrderNeedsAnIdempotencyKey() {
        isProblem(customer.api().post("/api/v1/flower-orders", customer.flowers()), "IDEMPOTENCY_KEY_REQUIRED");
        isProblem(customer.orders(customer.flowers(), "k".repeat(65)), "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void aKeyReusedForAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        customer.orders(customer.flowers(), key).is(201);
        var other = customer.flowers();
        other.put("flowerId", "lilies-6");
        var orders = count("customer_order");

        isProblem(customer.orders(other, key), "IDEMPOTENCY_KEY_REUSED");

        assertThat(count("customer_order")).isEqualTo(orders);
    }

    @Test
    void somebodyElsesOrderDoesNotExist() {
        var orderNo = customer.placesFlowers();
        var stranger = MiniProgram.of(port, "130%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));

        for (var call : new String[] {"/payment", "/cancellation", "/delivery-confirmation"}) {
            var answer = stranger.api().post("/api/v1/orders/" + orderNo + call);
            isProblem(answer, "ORDER_NOT_FOUND");
            assertThat(answer.status()).isEqualTo(404);
        }
        assertThat(stranger.order(orderNo).status()).isEqualTo(404);
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void whatTheStateDoesNotAllowIsRefused() {
        var orderNo = customer.placesFlowers();
        isProblem(customer.api().post("/api/v1/orders/" + orderNo + "/delivery-confirmation"), "ORDER_STATE");
        customer.pays(orderNo);
        isProblem(customer.api().post("/api/v1/orders/" + orderNo + "/cancellation"), "ORDER_STATE");
        assertThat(customer.api().post("/api/v1/orders/" + orderNo + "/payment").status())
                .isEqualTo(409);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aTokenThatIsMissingOrForgedOpensNothing() {
        isProblem(Json.at(port).get("/api/v1/orders"), "NOT_SIGNED_IN");
        isProblem(Json.at(port).bearing("not.a.token").get("/api/v1/orders"), "TOKEN_INVALID");
        var unsigned = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJndW5jYWktYmFja29mZmljZSIsInN1YiI6IjEifQ.";
        isProblem(Json.at(port).bearing(unsigned).get("/api/v1/orders"), "TOKEN_INVALID");
        var foreign = "eyJhbGciOiJIUzI1NiIsImtpZCI6ImRlbW8ifQ.eyJpc3MiOiJndW5jYWktYmFja29mZmljZSIsInN1YiI6IjEifQ"
                + ".c2lnbmF0dXJlLXRoYXQtaXMtbm90LW91cnMtYXQtYWxs";
        isProblem(Json.at(port).bearing(foreign).get("/api/v1/orders"), "TOKEN_INVALID");
    }

    @Test
    void aTokenThatExpiredOpensNothing() {
        customer.api().get("/api/v1/orders").is(200);

        Json.at(port)
                .post("/sandbox/clock", Map.of("advance", Duration.ofDays(8).toString()))
                .is(200);

        var answer = customer.api().get("/api/v1/orders");
        isProblem(answer, "TOKEN_INVALID");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void brokenOversizedOrUnknownRequestsAreProblems() {
        isProblem(
                customer.api().with("Idempotency-Key", "k").post("/api/v1/flower-orders", "{broken"),
                "REQUEST_INVALID");
        isProblem(
                customer.api()
                        .with("Idempotency-Key", "k")
                        .post("/api/v1/flower-orders", "{\"x\":\"" + "x".repeat(70_000) + "\"}"),
                "BODY_TOO_LARGE");
        for (var spelling : new String[] {"/%61pi/v1/flower-orders", "/%63allbacks/wechat-pay/payments"}) {
            isProblem(customer.api().post(spelling, "{\"x\":\"" + "x".repeat(70_000) + "\"}"), "BODY_TOO_LARGE");
        }
        isProblem(customer.api().get("/api/v1/nowhere"), "NOT_FOUND");
        isProblem(customer.api().get("/api/v1/orders/unknown"), "ORDER_NOT_FOUND");
        isProblem(customer.api().get("/api/v1/orders?status=LOST"), "REQUEST_INVALID");
        isProblem(customer.api().get("/api/v1/orders?size=100000"), "REQUEST_INVALID");
        isProblem(customer.api().get("/api/v1/orders?page=-1"), "REQUEST_INVALID");
        isProblem(customer.api().post("/api/v1/catalog"), "METHOD_NOT_ALLOWED");
        isProblem(Json.at(port).post("/api/v1/sessions", Map.of("loginCode", "made-up")), "LOGIN_CODE_INVALID");
        isProblem(Json.at(port).post("/api/v1/sessions", Map.of()), "REQUEST_INVALID");
        isProblem(customer.api().post("/api/v1/me/phone", Map.of("phoneCode", "made-up")), "PHONE_CODE_INVALID");
    }

    private void isProblem(Answer answer, String code) {
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/detail")).matches(".*[\\u4e00-\\u9fa5].*");
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }
}
