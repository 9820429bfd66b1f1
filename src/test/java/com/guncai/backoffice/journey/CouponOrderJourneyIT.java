package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.AtOnce;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bought and issued codes as customers, the coupon desk and the platforms live them, over HTTP only. */
@BackofficeTest
class CouponOrderJourneyIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    Json sandbox;
    MiniProgram customer;
    Clerk clerk;

    @BeforeEach
    void meet() {
        sandbox = Json.at(port);
        sandbox.delete("/sandbox/codes").is(204);
        customer = newCustomer();
        clerk = new Clerk(port, "coupon");
    }

    @Test
    void fromThePaymentToTheCodeOnTheScreen() {
        var codes = stock(2);
        var placed = customer.buys("movie-30", 2).is(201);
        var orderNo = placed.text("/orderNo");
        assertThat(placed.text("/service")).isEqualTo("MOVIE");
        assertThat(placed.json().at("/payableFen").asLong()).isEqualTo(5600);
        assertThat(placed.text("/details/productName")).isEqualTo("30 元电影代金券");
        assertThat(placed.text("/prepay/packageValue")).startsWith("prepay_id=");

        customer.pays(orderNo);

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("COMPLETED"));
        await().untilAsserted(() -> assertThat(sandbox.get("/sandbox/wechat/messages?openid=" + customer.openid())
                        .body())
                .contains("TMPL_CUSTOMER_COUPONS_READY", orderNo));
        var wallet = customer.coupons("ISSUED");
        assertThat(wallet).hasSize(2);
        assertThat(wallet.toString()).as("no code before the tap").doesNotContain(codes);
        var coupon = wallet.at("/0/id").asLong();
        var redeemed = customer.redeems(coupon).is(200);
        assertThat(codes).contains(redeemed.text("/code"));
        assertThat(redeemed.json().at("/notes").toString()).contains("1 个月内", "30 元");
        assertThat(redeemed.text("/miniProgram/appId")).startsWith("wx");
        assertThat(OffsetDateTime.parse(redeemed.text("/useBefore")))
                .isEqualTo(OffsetDateTime.parse(redeemed.text("/redeemedAt")).plusMonths(1));
        assertThat(customer.coupons("USED").at("/0/code").asText()).isEqualTo(redeemed.text("/code"));
    }

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

        customer.binds("133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
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

        customer.binds("133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));

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
        var number = "133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));

        var answers = AtOnce.atOnce(() -> customer.redeems(coupon).status(), () -> customer.binds(number)
                .status());

        assertThat(answers).containsExactly(200, 200);
        assertThat(customer.coupons("USED")).hasSize(1);
    }

    private static int ordersWith(long coupon, MiniProgram buyer) {
        var flowers = buyer.flowers();
        flowers.put("couponId", coupon);
        return buyer.orders(flowers).status();
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

    @Test
    void aCodeWithLessThanAMonthLeftIsNotHandedOut() {
        var now = OffsetDateTime.parse(sandbox.get("/sandbox/clock").text("/now"));
        stock(1, now.plusMonths(1).minusDays(1));
        stock(1, now.plusMonths(4));
        var later = stock(1, now.plusMonths(3));

        var coupon = bought(customer, 0);

        assertThat(later)
                .as("the one that expires first of those that may go")
                .contains(customer.redeems(coupon).is(200).text("/code"));
    }

    @Test
    void whatIsShortComesByItselfWhenCodesAreThere() {
        var orderNo = customer.buys("movie-30", 1).is(201).text("/orderNo");
        customer.pays(orderNo);

        assertThat(clerk.awaitsTask(orderNo)).isNotNull();
        assertThat(clerk.awaitsTask(orderNo).get("taskDefinitionKey").asText()).isEqualTo("Task_RestockForOrder");
        assertThat(customer.order(orderNo).json().at("/details/awaitingStock").asBoolean())
                .isTrue();
        await().untilAsserted(() ->
                assertThat(sandbox.get("/sandbox/sms?phone=13900010005").body()).contains(orderNo));

        stock(1);
        sandbox.post("/sandbox/clock", Map.of("advance", "PT61M")).is(200);

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("COMPLETED"));
        assertThat(clerk.task(orderNo)).isEmpty();
    }

    @Test
    void whoDoesNotWantToWaitGetsTheMoneyBack() {
        var orderNo = customer.buys("movie-30", 1).is(201).text("/orderNo");
        customer.pays(orderNo);
        assertThat(clerk.awaitsTask(orderNo)).isNotNull();
        customer.asksForRefund(orderNo, "不想等了").is(202);
        stock(1);

        var service = new Clerk(port, "service");
        await().untilAsserted(() -> assertThat(service.refundTask(orderNo)).isPresent());
        service.completes(service.refundTask(orderNo).orElseThrow().get("id").asText(), Map.of("refundApproved", true));

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
        await().untilAsserted(() -> assertThat(clerk.task(orderNo)).isEmpty());
        assertThat(customer.coupons("ISSUED")).isEmpty();
        assertThat(bought(newCustomer(), 0))
                .as("the code is still there for the next one")
                .isPositive();
    }

    @Test
    void nobodyBuysWithoutAWalletOrWhatIsNotForSale() {
        assertThat(customer.buys("flower-30", 1).is(409).text("/code")).isEqualTo("PRODUCT_NOT_FOR_SALE");
        assertThat(customer.buys("gold-bar", 1).is(404).text("/code")).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(customer.buys("movie-30", 0).is(400).text("/code")).isEqualTo("REQUEST_INVALID");
        assertThat(customer.buys("movie-30", 21).is(400).text("/code")).isEqualTo("REQUEST_INVALID");
        assertThat(MiniProgram.withoutPhone(port).buys("movie-30", 1).is(409).text("/code"))
                .isEqualTo("PHONE_NOT_BOUND");
    }

    @Test
    void theCatalogueSaysWhatIsInStock() {
        assertThat(inStock()).isFalse();
        stock(1);
        assertThat(inStock()).isTrue();
    }

    private long reveals(long coupon) {
        var count = jdbc.queryForObject(
                "select count(*) from code_reveal r join coupon c on c.code_id = r.code_id where c.id = ?",
                Long.class,
                coupon);
        return count == null ? 0 : count;
    }

    private boolean inStock() {
        return sandbox.get("/api/v1/catalog")
                .is(200)
                .json()
                .at("/couponProducts/0/inStock")
                .asBoolean();
    }

    private long bought(MiniProgram buyer) {
        return bought(buyer, 1);
    }

    private long bought(MiniProgram buyer, int toStock) {
        stock(toStock);
        var orderNo = buyer.buys("movie-30", 1).is(201).text("/orderNo");
        buyer.pays(orderNo);
        await().untilAsserted(() -> assertThat(buyer.status(orderNo)).isEqualTo("COMPLETED"));
        return buyer.coupons("ISSUED").at("/0/id").asLong();
    }

    private List<String> stock(int count) {
        return stock(Map.of("count", count));
    }

    private List<String> stock(int count, OffsetDateTime validUntil) {
        return stock(Map.of("count", count, "validUntil", validUntil.toInstant().toString()));
    }

    private List<String> stock(Map<String, Object> wanted) {
        var codes = new ArrayList<String>();
        sandbox.post("/sandbox/codes", wanted).is(201).json().at("/codes").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private MiniProgram newCustomer() {
        return MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }
}
