package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money going back, as customer, clerks, finance and WeChat Pay live it, over HTTP. */
@BackofficeTest
class RefundJourneyIT {
    @LocalServerPort
    int port;

    Json sandbox;
    MiniProgram customer;
    Clerk flowerDesk;
    Clerk service;
    Clerk finance;

    @BeforeEach
    void meet() {
        sandbox = Json.at(port);
        customer = MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        flowerDesk = new Clerk(port, "flower");
        service = new Clerk(port, "service");
        finance = new Clerk(port, "finance");
    }

    @Test
    void aCustomerAsksAndTheMoneyComesBack() {
        var orderNo = paid();

        var asked = customer.asksForRefund(orderNo, "收花人出差了").is(202);

        assertThat(asked.text("/status")).isEqualTo("PAID");
        assertThat(asked.text("/refund/status")).isEqualTo("REQUESTED");
        assertThat(asked.text("/refund/reason")).isEqualTo("收花人出差了");
        assertThat(flowerDesk.card(id(flowerDesk.awaitsTask(orderNo))).text("/order/value"))
                .contains("用户已申请退款，请先勿下单");
        await().untilAsserted(() ->
                assertThat(sandbox.get("/sandbox/sms?phone=13900010006").body()).contains(orderNo));
        var task = service.refundTask(orderNo).orElseThrow();
        assertThat(service.card(id(task)).is(200).text("/order/value"))
                .contains(orderNo, "红玫瑰 11 枝", "收花人出差了", "¥150.00", customer.phone(), "还没有采购记录", "用户申请");
        finance.claims(id(task)).is(403);
        finance.completes(id(task), Map.of("refundApproved", true, "decisionNote", ""))
                .is(403);

        decides(orderNo, Map.of("refundApproved", true, "decisionNote", "已电话确认"));

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
        var refunded = customer.order(orderNo);
        assertThat(refunded.text("/refund/status")).isEqualTo("REFUNDED");
        assertThat(refunded.json().at("/refund/refundFen").asLong()).isEqualTo(15_000);
        assertThat(refunded.json().at("/timeline").findValuesAsText("text"))
                .containsExactly("订单已提交，等待支付", "支付成功，等待商家接单", "您已申请退款，客服将尽快与您联系", "退款处理中", "已退款 ¥150.00，原路退回");
        assertThat(flowerDesk.task(orderNo)).as("nobody buys flowers for it").isEmpty();
        await().untilAsserted(() -> assertThat(told())
                .contains("CUSTOMER_REFUND_REQUESTED", "CUSTOMER_REFUND_APPROVED", "CUSTOMER_REFUND_DONE"));
        assertThat(atWeChatPay(orderNo)).hasSize(1);
        assertThat(atWeChatPay(orderNo).at("/0/refundFen").asLong()).isEqualTo(15_000);
    }

    @Test
    void aRefusalIsExplainedAndTheOrderGoesOn() {
        var orderNo = paid();
        customer.asksForRefund(orderNo, "不想要了").is(202);

        decides(orderNo, Map.of("refundApproved", false, "decisionNote", "花已制作"));

        var order = customer.order(orderNo);
        assertThat(order.text("/status")).isEqualTo("PAID");
        assertThat(order.text("/refund/status")).isEqualTo("REJECTED");
        assertThat(order.text("/refund/decisionNote")).isEqualTo("花已制作");
        await().untilAsserted(() -> assertThat(told()).contains("CUSTOMER_REFUND_REJECTED"));
        buys(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
        assertThat(atWeChatPay(orderNo)).isEmpty();
    }

    @Test
    void whatNoShopDeliversIsRefunded() {
        var orderNo = paid();
        flowerDesk
                .completes(
                        id(flowerDesk.awaitsTask(orderNo)), Map.of("shopFound", false, "undeliverableReason", "超出配送范围"))
                .is(204);

        decides(orderNo, Map.of("refundApproved", true));

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
        assertThat(flowerDesk.task(orderNo)).isEmpty();
    }

    @Test
    void financeTransfersWhatWeChatPayRefuses() {
        var orderNo = paid();
        customer.asksForRefund(orderNo, "不想要了").is(202);
        sandbox.post(
                        "/sandbox/faults",
                        Map.of(
                                "target", "wechat-pay",
                                "operation", "refund",
                                "fault", "refuse",
                                "code", "USER_ACCOUNT_ABNORMAL",
                                "times", 1))
                .is(200);
        decides(orderNo, Map.of("refundApproved", true));
        await().untilAsserted(() -> assertThat(finance.refundTask(orderNo)).isPresent());
        assertThat(customer.order(orderNo).text("/refund/status")).isEqualTo("BY_HAND");
        var task = id(finance.refundTask(orderNo).orElseThrow());
        assertThat(finance.card(task).text("/order/value")).contains("用户的微信账户异常或已注销", customer.phone(), "¥150.00");

        finance.completes(task, Map.of("bankFlowNo", "BF" + orderNo)).is(204);

        assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");
        assertThat(customer.order(orderNo).body()).contains("已退款 ¥150.00，财务转账退回");
        await().untilAsserted(() ->
                assertThat(sandbox.get("/sandbox/sms?phone=13900010004").body()).contains(orderNo));
    }

    @Test
    void aPaymentThatCameTooLateGoesBackByItself() {
        var orderNo = customer.placesFlowers();
        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);

        customer.paysWith(Map.of("orderNo", orderNo, "evenIfClosed", true));

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
        assertThat(service.refundTask(orderNo)).isEmpty();
        assertThat(atWeChatPay(orderNo)).hasSize(1);
    }

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

    @Test
    void aWishIsTakenBackBeforeAnybodyDecides() {
        var orderNo = paid();
        customer.asksForRefund(orderNo, "不想要了").is(202);

        var order = customer.withdrawsRefund(orderNo).is(200);

        assertThat(order.text("/refund/status")).isEqualTo("WITHDRAWN");
        assertThat(customer.timeline(orderNo)).endsWith("您已撤回退款申请");
        assertThat(service.refundTask(orderNo)).isEmpty();
        assertThat(customer.withdrawsRefund(orderNo).is(409).text("/code")).isEqualTo("REFUND_STATE");
        flowerDesk.awaitsTask(orderNo);
        buys(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
    }

    private String paid() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        return orderNo;
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

    private void decides(String orderNo, Map<String, ?> decision) {
        var task = id(service.refundTask(orderNo).orElseThrow());
        service.claims(task).is(204);
        service.completes(task, decision).is(204);
    }

    private void buys(String orderNo) {
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseCostYuan", 128.5);
        flowerDesk.completes(id(flowerDesk.awaitsTask(orderNo)), shop).is(204);
    }

    private JsonNode atWeChatPay(String orderNo) {
        return sandbox.get("/sandbox/wechat-pay/refunds?orderNo=" + orderNo).json();
    }

    private String told() {
        return sandbox.get("/sandbox/wechat/messages?openid=" + customer.openid())
                        .body()
                + sandbox.get("/sandbox/sms?phone=" + customer.phone()).body();
    }

    private static String id(JsonNode task) {
        return task.get("id").asText();
    }

    private record WithCoupon(String orderNo, long coupon) {}
}
