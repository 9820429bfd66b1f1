package com.guncai.backoffice.couponsales;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.coupon.AProduct;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An order of codes in the queue: since when it waits, and that it leaves once it is served. */
class CouponOrderRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final CouponOrder order = new CouponOrder("O1", AProduct.movie(), 2);

    @Test
    void anOrderKeepsWhatWasBought() {
        assertThat(order.orderNo()).isEqualTo("O1");
        assertThat(order.productId()).isEqualTo("movie-30");
        assertThat(order.productName()).isEqualTo("观影选座 30 元");
        assertThat(order.faceFen()).isEqualTo(3_000);
        assertThat(order.quantity()).isEqualTo(2);
        assertThat(order.line()).isEqualTo("观影选座 30 元 2 张");
        assertThat(order.isHandedOut()).isFalse();
    }

    @Test
    void itsPlaceIsWhenItWasPaid() {
        order.queue(NOON);

        assertThat(order).hasFieldOrPropertyWithValue("queuedAt", NOON);
        assertThat(order.waitingSince()).isNull();
    }

    @Test
    void itWaitsSinceTheFirstTimeThatCodesWereShort() {
        order.foundShort(NOON);
        order.foundShort(NOON.plusSeconds(60));

        assertThat(order.waitingSince()).isEqualTo(NOON);
    }

    @Test
    void whoGotTheCodesIsNoLongerInTheQueue() {
        order.queue(NOON);
        order.foundShort(NOON);

        order.handedOut(NOON.plusSeconds(60));

        assertThat(order.isHandedOut()).isTrue();
        assertOutOfTheQueue();
    }

    @Test
    void whoIsToBeServedNoMoreIsNoLongerInTheQueue() {
        order.queue(NOON);
        order.foundShort(NOON);

        order.leaveQueue();

        assertThat(order.isHandedOut()).isFalse();
        assertOutOfTheQueue();
    }

    private void assertOutOfTheQueue() {
        assertThat(order.waitingSince()).isNull();
        assertThat(order).hasFieldOrPropertyWithValue("queuedAt", null);
    }
}
