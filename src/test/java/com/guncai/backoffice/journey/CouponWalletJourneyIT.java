package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.AtOnce;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose a coupon is, and who sees its code, over HTTP. */
class CouponWalletJourneyIT extends CouponJourneyFixture {
    @Autowired
    JdbcTemplate jdbc;

    @Test
    void whoeverTapsAgainSeesTheSame() {
        var coupon = bought(customer);
        var first = customer.redeems(coupon).is(200);

        sandbox.post("/sandbox/clock", Map.of("advance", "P3D")).is(200);

        assertThat(customer.redeems(coupon).is(200).body()).isEqualTo(first.body());
        assertThat(reveals(coupon)).as("each tap is recorded").isEqualTo(2);
    }

    @Test
    void lookingThroughTheWalletIsNoNewReveal() {
        var coupon = bought(customer);
        var code = customer.redeems(coupon).is(200).text("/code");

        assertThat(customer.coupons("USED").at("/0/code").asText()).isEqualTo(code);
        assertThat(customer.coupons("USED").at("/0/code").asText()).isEqualTo(code);

        assertThat(reveals(coupon)).isOne();
    }

    @Test
    void whoGetsThePhoneLaterSeesTheCodeForTheFirstTime() {
        var coupon = bought(customer);
        var code = customer.redeems(coupon).is(200).text("/code");
        // As if it had been issued to the number.
        jdbc.update(
                """
                update coupon set customer_id = null,
                    phone_digest = (select c.phone_digest from customer c where c.id = coupon.customer_id)
                where id = ?""",
                coupon);

        var next = MiniProgram.of(port, customer.phone());
        assertThat(next.coupons("USED").at("/0/code").asText()).isEqualTo(code);
        next.coupons("USED");

        assertThat(reveals(coupon)).as("one for each of the two").isEqualTo(2);
    }

    @Test
    void whatSomebodyBoughtStaysTheirsWhateverPhoneTheyBindAndIsNotOfWhoGetsTheNumber() {
        var coupon = bought(customer);
        var number = customer.phone();

        customer.binds(anotherNumber());
        var next = MiniProgram.of(port, number);

        assertThat(next.coupons("ISSUED")).isEmpty();
        assertThat(next.redeems(coupon).is(404).text("/code")).isEqualTo("COUPON_NOT_FOUND");
        assertThat(customer.coupons("ISSUED")).hasSize(1);
        customer.redeems(coupon).is(200);
    }

    @Test
    void whatWasIssuedFollowsTheNumber() {
        sandbox.post("/sandbox/coupons", Map.of("phone", customer.phone())).is(201);
        var number = customer.phone();

        customer.binds(anotherNumber());

        assertThat(customer.coupons("ISSUED")).isEmpty();
        assertThat(MiniProgram.of(port, number).coupons("ISSUED")).hasSize(1);
    }

    @Test
    void ofTwoAccountsOfOneNumberOneUsesTheIssuedCouponAndNeitherTheOthersPurchase() {
        sandbox.post("/sandbox/coupons", Map.of("phone", customer.phone())).is(201);
        var issued = customer.coupons("ISSUED").at("/0/id").asLong();
        var other = MiniProgram.of(port, customer.phone());

        var placed = AtOnce.atOnce(() -> ordersWith(issued, customer), () -> ordersWith(issued, other));

        assertThat(placed).containsExactlyInAnyOrder(201, 409);
        var coupon = bought(customer);
        var shown = AtOnce.atOnce(() -> customer.redeems(coupon).status(), () -> other.redeems(coupon)
                .status());
        assertThat(shown).containsExactly(200, 404);
    }

    @Test
    void whoBindsAnotherPhoneWhileTappingSeesTheBoughtCode() {
        var coupon = bought(customer);
        var number = anotherNumber();

        var answers = AtOnce.atOnce(() -> customer.redeems(coupon).status(), () -> customer.binds(number)
                .status());

        assertThat(answers).containsExactly(200, 200);
        assertThat(customer.coupons("USED")).hasSize(1);
    }

    @Test
    void somebodyElsesCouponIsNotThere() {
        var coupon = bought(customer);

        assertThat(newCustomer().redeems(coupon).is(404).text("/code")).isEqualTo("COUPON_NOT_FOUND");
        assertThat(customer.coupons("ISSUED")).hasSize(1);
    }

    @Test
    void aCouponWithoutACodeHasNothingToShow() {
        sandbox.post("/sandbox/coupons", Map.of("phone", customer.phone())).is(201);
        var coupon = customer.coupons("ISSUED").at("/0/id").asLong();

        assertThat(customer.redeems(coupon).is(409).text("/code")).isEqualTo("COUPON_NOT_REDEEMABLE");
        assertThat(customer.coupons("ISSUED")).hasSize(1);
    }

    @Test
    void aCodeThatNobodyAskedForExpiresWithoutAnybodySweeping() {
        var coupon = bought(customer);

        sandbox.post("/sandbox/clock", Map.of("advance", "P91D")).is(200);

        customer = customer.signsInAgain();
        assertThat(customer.coupons("EXPIRED")).hasSize(1);
        assertThat(customer.redeems(coupon).is(409).text("/code")).isEqualTo("COUPON_EXPIRED");
    }

    private long reveals(long coupon) {
        var count = jdbc.queryForObject(
                "select count(*) from code_reveal r join coupon c on c.code_id = r.code_id where c.id = ?",
                Long.class,
                coupon);
        return count == null ? 0 : count;
    }

    private static int ordersWith(long coupon, MiniProgram buyer) {
        var flowers = buyer.flowers();
        flowers.put("couponId", coupon);
        return buyer.orders(flowers).status();
    }

    private static String anotherNumber() {
        return "133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
    }
}
