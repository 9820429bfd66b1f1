package com.guncai.backoffice.coupon;

import static com.guncai.backoffice.coupon.Coupon.Status.EXPIRED;
import static com.guncai.backoffice.coupon.Coupon.Status.ISSUED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.DemoServices;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a coupon takes over from its product, and until when it counts. */
class CouponRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofDays(30));

    private final Coupon coupon = Coupon.bought(AProduct.movie(), 42, "O1", END, 9L, NOON);

    @Test
    void aCouponIsWhatItsProductWasWhenItWasIssued() {
        assertThat(coupon.service()).isEqualTo(DemoServices.MOVIE);
        assertThat(coupon.kind()).isEqualTo(Coupon.Kind.CODE);
        assertThat(coupon.name()).isEqualTo("观影选座 30 元");
        assertThat(coupon.faceFen()).isEqualTo(3_000);
        assertThat(coupon.validUntil()).isEqualTo(END);
        assertThat(coupon.codeId()).isEqualTo(9);
        assertThat(coupon.redeemedAt()).isNull();
    }

    @Test
    void aCouponCountsUntilItsLastMoment() {
        assertThat(coupon.statusAt(END.minusNanos(1))).isEqualTo(ISSUED);
        assertThat(coupon.statusAt(END)).isEqualTo(EXPIRED);
    }

    @Test
    void aBoughtCouponIsItsBuyersAndAnIssuedOneWhoeversPhoneItIs() {
        assertThat(coupon)
                .hasFieldOrPropertyWithValue("boughtWith", "O1")
                .hasFieldOrPropertyWithValue("customerId", 42L)
                .hasFieldOrPropertyWithValue("phoneDigest", null);
        assertThat(Coupon.issued(AProduct.movie(), "digest-1", END, NOON))
                .hasFieldOrPropertyWithValue("customerId", null)
                .hasFieldOrPropertyWithValue("phoneDigest", "digest-1");
    }

    @Test
    void ofTheProductsOnlyThoseOfCodesNeedStock() {
        assertThat(new CouponProduct().hasCodes()).isFalse();
    }
}
