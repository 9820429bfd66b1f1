package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A deduction coupon is taken off the price once, and comes back when the order does not go on. */
@BackofficeTest
class CouponOnFlowersIT {
    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    MiniProgram customer;
    long coupon;

    @BeforeEach
    void aCouponWasIssuedToThePhone() {
        var phone = newPhone();
        coupon = issued(phone, Duration.ofDays(90));
        customer = MiniProgram.of(port, phone);
    }

    @Test
    void itIsInTheWalletOfItsPhone() {
        var wallet = customer.api()
                .get("/api/v1/coupons?service=FLOWER&status=ISSUED")
                .is(200);

        assertThat(wallet.json().at("/items")).hasSize(1);
        assertThat(wallet.text("/items/0/kind")).isEqualTo("DEDUCTION");
        assertThat(wallet.text("/items/0/faceFen")).isEqualTo("3000");
    }

    @Test
    void itIsTakenOffThePriceHeldAndUsedWhenPaid() {
        var placed = customer.orders(withCoupon(customer)).is(201);

        assertThat(placed.text("/priceFen")).isEqualTo("15000");
        assertThat(placed.text("/discountFen")).isEqualTo("3000");
        assertThat(placed.text("/payableFen")).isEqualTo("12000");
        assertThat(status()).isEqualTo("HELD");
        customer.pays(placed.text("/orderNo"));
        assertThat(customer.order(placed.text("/orderNo")).text("/paidFen")).isEqualTo("12000");
        assertThat(status()).isEqualTo("USED");
    }

    @Test
    void itComesBackWhenTheOrderIsCancelled() {
        var orderNo = customer.orders(withCoupon(customer)).is(201).text("/orderNo");

        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);

        assertThat(status()).isEqualTo("ISSUED");
    }

    @Test
    void nobodyElseCanUseIt() {
        var stranger = MiniProgram.of(port, newPhone());

        var answer = stranger.orders(withCoupon(stranger));

        assertThat(answer.is(409).text("/code")).isEqualTo("COUPON_NOT_AVAILABLE");
        assertThat(status()).isEqualTo("ISSUED");
    }

    @Test
    void anExpiredOneIsRefused() {
        coupon = issued(customer.phone(), Duration.ofSeconds(-1));

        assertThat(customer.orders(withCoupon(customer)).is(409).text("/code")).isEqualTo("COUPON_NOT_AVAILABLE");
    }

    @Test
    void ofManyOrdersAtOnceOneGetsIt() {
        var flowers = withCoupon(customer);

        var answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> customer.orders(flowers).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
    }

    private long issued(String phone, Duration validity) {
        var coupon = Map.of(
                "phone", phone, "validUntil", clock.instant().plus(validity).toString());
        return Json.at(port)
                .post("/sandbox/coupons", coupon)
                .is(201)
                .json()
                .at("/id")
                .asLong();
    }

    private Map<String, Object> withCoupon(MiniProgram customer) {
        var flowers = customer.flowers();
        flowers.put("couponId", coupon);
        return flowers;
    }

    private String status() {
        for (var item : customer.api().get("/api/v1/coupons").is(200).json().at("/items")) {
            if (item.get("id").asLong() == coupon) {
                return item.get("status").asText();
            }
        }
        throw new AssertionError("coupon " + coupon + " is not in the wallet");
    }

    private static String newPhone() {
        return "138%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
    }
}
