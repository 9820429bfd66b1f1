package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A part goes back, and what of coupon and delivery. */
class PartialRefundJourneyIT extends RefundJourneyFixture {
    @Test
    void aFullRefundGivesTheCouponBackAndAPartialOneDoesNot() {
        var whole = paidWithCoupon();
        assertThat(couponOf(whole)).isEqualTo("USED");
        customer.asksForRefund(whole.orderNo(), "不想要了").is(202);
        decides(whole.orderNo(), Map.of("refundApproved", true));
        await().untilAsserted(() -> assertThat(couponOf(whole)).isEqualTo("ISSUED"));

        var part = paidWithCoupon();
        customer.asksForRefund(part.orderNo(), "少送一枝").is(202);
        decides(part.orderNo(), Map.of("refundApproved", true, "refundYuan", "10", "orderContinues", false));
        await().untilAsserted(() -> assertThat(customer.status(part.orderNo())).isEqualTo("REFUNDED"));
        assertThat(couponOf(part)).isEqualTo("USED");
    }

    @Test
    void tenYuanOfGoodwillDoNotCostTheDelivery() {
        var orderNo = paid();
        flowerDesk.awaitsTask(orderNo);
        customer.asksForRefund(orderNo, "贺卡写错了").is(202);

        decides(orderNo, Map.of("refundApproved", true, "refundYuan", 10, "decisionNote", "退 10 元，照送"));

        await().untilAsserted(() ->
                assertThat(customer.order(orderNo).text("/refunds/0/status")).isEqualTo("REFUNDED"));
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        buys(orderNo);
        customer.confirmsDelivery(orderNo).is(200);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");

        sandbox.post("/sandbox/clock", Map.of("advance", "PT2M")).is(200);
        customer.asksForRefund(orderNo, "花第二天就蔫了").is(202);
        decides(orderNo, Map.of("refundApproved", true));

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
        var order = customer.order(orderNo);
        assertThat(order.json().at("/refunds").findValuesAsText("refundFen")).containsExactly("1000", "14000");
        assertThat(order.json().at("/refund/refundFen").asLong()).isEqualTo(14_000);
        assertThat(order.text("/refunds/0/at")).isNotBlank();
        assertThat(atWeChatPay(orderNo)).hasSize(2);
    }

    private WithCoupon paidWithCoupon() {
        var until = OffsetDateTime.parse(sandbox.get("/sandbox/clock").text("/now"))
                .plusDays(30)
                .toInstant();
        var coupon = issued(until);
        var flowers = customer.flowers();
        flowers.put("couponId", coupon);
        var orderNo = customer.orders(flowers).is(201).text("/orderNo");
        customer.pays(orderNo);
        return new WithCoupon(orderNo, coupon);
    }

    private long issued(Instant until) {
        var coupon = Map.of("phone", customer.phone(), "validUntil", until.toString());
        return sandbox.post("/sandbox/coupons", coupon).is(201).json().at("/id").asLong();
    }

    private String couponOf(WithCoupon order) {
        for (var item : customer.api().get("/api/v1/coupons").is(200).json().at("/items")) {
            if (item.get("id").asLong() == order.coupon()) {
                return item.get("status").asText();
            }
        }
        return "";
    }

    private record WithCoupon(String orderNo, long coupon) {}
}
