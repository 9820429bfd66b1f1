package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bought codes as customers, the coupon desk and the platforms live them, over HTTP only. */
class CouponOrderJourneyIT extends CouponJourneyFixture {
    Clerk clerk;

    @BeforeEach
    void aClerk() {
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

    private boolean inStock() {
        return sandbox.get("/api/v1/catalog")
                .is(200)
                .json()
                .at("/couponProducts/0/inStock")
                .asBoolean();
    }
}
