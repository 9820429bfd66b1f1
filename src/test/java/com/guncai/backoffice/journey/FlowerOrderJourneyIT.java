package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A flower order as customer, clerk and platforms live it, over HTTP only. */
@BackofficeTest
class FlowerOrderJourneyIT {
    @LocalServerPort
    int port;

    Json sandbox;
    MiniProgram customer;
    Clerk clerk;

    @BeforeEach
    void meet() {
        sandbox = Json.at(port);
        customer = MiniProgram.of(port, newPhone());
        clerk = new Clerk(port, "flower");
    }

    @Test
    void fromTheMiniProgramToTheDoorstep() {
        var placed = customer.orders(customer.flowers()).is(201);
        var orderNo = placed.text("/orderNo");
        assertThat(placed.text("/status")).isEqualTo("AWAITING_PAYMENT");
        assertThat(placed.text("/prepay/packageValue")).startsWith("prepay_id=");
        assertThat(actions(placed)).containsExactly("cancellation", "payment");
        assertThat(clerk.task(orderNo)).as("nothing to do before the payment").isEmpty();

        assertThat(customer.pays(orderNo).json().at("/notifications/0/status").asInt())
                .isEqualTo(204);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        awaitSms("13900010001", orderNo);

        var purchase = clerk.awaitsTask(orderNo);
        assertThat(purchase.get("taskDefinitionKey").asText()).isEqualTo("Task_PurchaseFlowers");
        var card = clerk.card(id(purchase)).is(200).text("/order/value");
        assertThat(card)
                .contains("红玫瑰 11 枝", "南宁", "青秀区民族大道 100 号", "收花人甲", "13900000001", "生日快乐", "¥150.00", "10:00–11:00");

        clerk.claims(id(purchase)).is(204);
        clerk.completes(id(purchase), shop()).is(204);
        var accepted = customer.order(orderNo).is(200);
        assertThat(accepted.text("/status")).isEqualTo("ACCEPTED");
        assertThat(actions(accepted)).contains("delivery-confirmation", "refund-request");
        assertThat(accepted.text("/shop/name")).isEqualTo(FlowerShop.NAME);
        assertThat(accepted.text("/shop/phone")).isEqualTo(FlowerShop.PHONE);
        await().untilAsserted(() -> assertThat(told(customer)).contains(orderNo));
        await().untilAsserted(() ->
                assertThat(sandbox.get("/sandbox/wechat-pay/shipping").body()).contains(orderNo));

        var follow = clerk.awaitsTask(orderNo);
        assertThat(follow.get("taskDefinitionKey").asText()).isEqualTo("Task_FollowDelivery");
        clerk.claims(id(follow)).is(204);
        assertThat(clerk.completes(id(follow), Map.of("deliveryNote", "本人签收")).body())
                .contains("还没到配送时段");
        clerk.completes(id(follow), Map.of("deliveryNote", "本人签收", "completeEarly", true))
                .is(204);

        var completed = customer.order(orderNo).is(200);
        assertThat(completed.text("/status")).isEqualTo("COMPLETED");
        assertThat(actions(completed)).doesNotContain("delivery-confirmation", "cancellation", "payment");
        assertThat(completed.json().at("/timeline").findValuesAsText("text"))
                .containsExactly(
                        "订单已提交，等待支付",
                        "支付成功，等待商家接单",
                        completed.json().at("/timeline/2/text").asText(),
                        "鲜花已送达，订单完成");
    }

    @Test
    void theCustomerConfirmsTheDelivery() {
        var orderNo = paid();
        clerk.completes(id(clerk.awaitsTask(orderNo)), shop()).is(204);

        var confirmed = customer.api().post("/api/v1/orders/" + orderNo + "/delivery-confirmation");

        assertThat(confirmed.is(200).text("/status")).isEqualTo("COMPLETED");
        assertThat(clerk.task(orderNo)).isEmpty();
    }

    @Test
    void unpaidAfterHalfAnHourTheOrderIsCancelledAndWeChatPayCloses() {
        var orderNo = customer.placesFlowers();

        advance(Duration.ofMinutes(31));

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("CANCELLED"));
        assertThat(sandbox.get("/sandbox/wechat-pay/orders/" + orderNo).body()).contains("CLOSED");
    }

    @Test
    void anOrderCancelledByTheCustomerIsClosedAtWeChatPay() {
        var orderNo = customer.placesFlowers();

        var cancelled = customer.api().post("/api/v1/orders/" + orderNo + "/cancellation");

        assertThat(cancelled.is(200).text("/status")).isEqualTo("CANCELLED");
        await().untilAsserted(() -> assertThat(
                        sandbox.get("/sandbox/wechat-pay/orders/" + orderNo).body())
                .contains("CLOSED"));
    }

    @Test
    void aPaymentWhoseNoticeNeverCameIsFoundByAsking() {
        var orderNo = customer.placesFlowers();
        customer.paysWith(Map.of("orderNo", orderNo, "notify", false));
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");

        advance(Duration.ofMinutes(6));

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("PAID"));
        assertThat(clerk.awaitsTask(orderNo)).isNotNull();
    }

    @Test
    void theSameKeyIsTheSameOrder() {
        var key = UUID.randomUUID().toString();
        var flowers = customer.flowers();

        var first = customer.orders(flowers, key).is(201);
        var again = customer.orders(flowers, key).is(201);

        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void whereNoShopDeliversCustomerServiceTakesOver() {
        var orderNo = paid();

        clerk.completes(id(clerk.awaitsTask(orderNo)), Map.of("shopFound", false, "undeliverableReason", "超出配送范围"))
                .is(204);

        assertThat(clerk.task(orderNo)).as("not the flower desk's any more").isEmpty();
        var service = new Clerk(port, "service").refundTask(orderNo).orElseThrow();
        assertThat(service.get("taskDefinitionKey").asText()).isEqualTo("Task_DecideRefund");
    }

    private String paid() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        return orderNo;
    }

    private Map<String, Object> shop() {
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", "MT" + System.nanoTime());
        shop.put("purchaseCostYuan", 128.5);
        return shop;
    }

    private void awaitSms(String phone, String orderNo) {
        await().untilAsserted(() ->
                assertThat(sandbox.get("/sandbox/sms?phone=" + phone).body()).contains(orderNo));
    }

    private String told(MiniProgram customer) {
        return sandbox.get("/sandbox/wechat/messages?openid=" + customer.openid())
                        .body()
                + sandbox.get("/sandbox/sms?phone=" + customer.phone()).body();
    }

    private void advance(Duration step) {
        sandbox.post("/sandbox/clock", Map.of("advance", step.toString())).is(200);
    }

    private static List<String> actions(Json.Answer order) {
        return StreamSupport.stream(order.json().at("/actions").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String id(JsonNode task) {
        return task.get("id").asText();
    }

    private static String newPhone() {
        return "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
    }
}
