package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A top-up as customer, clerk and platforms live it, over HTTP only. */
@BackofficeTest
class TopUpJourneyIT {
    private static final String PHONE = "13800138000";

    @LocalServerPort
    int port;

    Json sandbox;
    MiniProgram customer;
    Clerk clerk;

    @BeforeEach
    void meet() {
        sandbox = Json.at(port);
        customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        clerk = new Clerk(port, "topup");
    }

    @Test
    void fromTheMiniProgramToThePhone() {
        var placed = customer.topsUp(PHONE, 5000).is(201);
        var orderNo = placed.text("/orderNo");
        assertThat(placed.text("/service")).isEqualTo("TOP_UP");
        assertThat(placed.json().at("/priceFen").asLong()).isEqualTo(5000);
        assertThat(placed.json().at("/payableFen").asLong()).isEqualTo(5000);
        assertThat(placed.text("/details/phone")).isEqualTo(PHONE);
        assertThat(placed.json().at("/details/faceFen").asLong()).isEqualTo(5000);
        assertThat(placed.text("/prepay/packageValue")).startsWith("prepay_id=");
        assertThat(clerk.task(orderNo)).as("nothing to do before the payment").isEmpty();

        customer.pays(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        await().untilAsserted(() ->
                assertThat(sandbox.get("/sandbox/sms?phone=13900010002").body()).contains(orderNo, "话费充值"));

        var task = clerk.awaitsTask(orderNo);
        assertThat(task.get("taskDefinitionKey").asText()).isEqualTo("Task_TopUpPhone");
        assertThat(clerk.card(id(task)).is(200).text("/order/value"))
                .contains("\"138 0013 8000\"", "\"13800138000\"", "中国移动", "¥50.00", customer.phone());
        assertThat(new Clerk(port, "flower").task(orderNo))
                .as("no business of the flower desk")
                .isEmpty();

        clerk.claims(id(task)).is(204);
        clerk.completes(id(task), purchase()).is(204);

        var completed = customer.order(orderNo).is(200);
        assertThat(completed.text("/status")).isEqualTo("COMPLETED");
        assertThat(completed.json().at("/timeline").findValuesAsText("text"))
                .containsExactly("订单已提交，等待支付", "支付成功，正在办理", "话费已充值 ¥50.00");
        await().untilAsserted(() -> assertThat(told()).contains(orderNo));
        await().untilAsserted(() -> assertThat(shipping(orderNo)).contains("\"logisticsType\":3"));
    }

    @Test
    void unpaidAfterHalfAnHourTheOrderIsCancelled() {
        var orderNo = customer.topsUp(PHONE, 5000).is(201).text("/orderNo");

        sandbox.post("/sandbox/clock", Map.of("advance", Duration.ofMinutes(31).toString()))
                .is(200);

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("CANCELLED"));
    }

    @Test
    void aPaymentOfAnotherAmountMovesNothing() {
        var orderNo = customer.topsUp(PHONE, 10_000).is(201).text("/orderNo");

        customer.paysWith(Map.of("orderNo", orderNo, "forge", "amount"));

        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
        assertThat(clerk.task(orderNo)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 49.8, 请填写充值流水号", "同上, 49.8, 充值流水号只能是数字和字母", "ZFB1, 49.999, 金额须为不超过两位小数", "ZFB1, -1, 金额须为不超过两位小数"})
    void whatTheClerkEnteredWronglyIsSaidInTheTask(String transactionNo, double cost, String sentence) {
        var task = id(clerk.awaitsTask(paid()));

        var answer = clerk.completes(
                task, Map.of("toppedUp", true, "transactionNo", transactionNo, "purchaseCostYuan", cost));

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertThat(clerk.card(task).status()).as("the task stays").isEqualTo(200);
    }

    @Test
    void aTransactionNumberCountsForOneOrder() {
        var purchase = purchase();
        var first = paid();
        clerk.completes(id(clerk.awaitsTask(first)), purchase).is(204);
        var second = paid();

        var refused = clerk.completes(id(clerk.awaitsTask(second)), purchase);

        assertThat(refused.body()).contains("该充值流水号已登记在订单 " + first);
        assertThat(customer.status(second)).isEqualTo("PAID");
    }

    @Test
    void whatCannotBeToppedUpGoesBackToTheCustomer() {
        var orderNo = failed();
        assertThat(clerk.task(orderNo)).as("not the desk's any more").isEmpty();
        var service = new Clerk(port, "service");
        var decision = service.refundTask(orderNo).orElseThrow();
        assertThat(service.card(id(decision)).body()).contains("138 0013 8000", "¥50.00", "号码已停机");

        service.completes(id(decision), Map.of("refundApproved", true)).is(204);

        await().untilAsserted(() -> assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
        var refunded = customer.order(orderNo).is(200);
        assertThat(refunded.text("/refund/status")).isEqualTo("REFUNDED");
        assertThat(refunded.json().at("/refund/refundFen").asLong()).isEqualTo(5000);
        assertThat(refunded.json().at("/timeline").findValuesAsText("text"))
                .contains("话费暂时充不进去，客服将尽快与您联系", "已退款 ¥50.00，原路退回");
        assertThat(clerk.task(orderNo)).isEmpty();
    }

    @Test
    void whatCustomerServiceDoesNotRefundIsToppedUpAgain() {
        var orderNo = failed();
        var service = new Clerk(port, "service");

        service.completes(
                        id(service.refundTask(orderNo).orElseThrow()),
                        Map.of("refundApproved", false, "decisionNote", "用户已复机，请再充一次"))
                .is(204);

        assertThat(clerk.awaitsTask(orderNo)).isNotNull();
        untilEverybodyIsTold();
        var again = clerk.awaitsTask(orderNo);
        var card = clerk.card(id(again)).is(200);
        assertThat(card.text("/order/value")).contains("号码已停机", "用户已复机，请再充一次");
        assertThat(card.json().at("/toppedUp/value").isNull())
                .as("nothing is filled in for the clerk")
                .isTrue();
        clerk.completes(id(again), purchase()).is(204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    private String failed() {
        var orderNo = paid();
        clerk.completes(id(clerk.awaitsTask(orderNo)), Map.of("toppedUp", false, "failureReason", "号码已停机"))
                .is(204);
        untilEverybodyIsTold();
        return orderNo;
    }

    String paid() {
        var orderNo = customer.topsUp(PHONE, 5000).is(201).text("/orderNo");
        customer.pays(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        untilEverybodyIsTold();
        return orderNo;
    }

    /** A message that is just being sent and a task that is completed at that moment get in each other's way. */
    private void untilEverybodyIsTold() {
        await().until(() ->
                sandbox.get("/sandbox/clock").json().get("dueJobsLeft").asInt() == 0);
    }

    static Map<String, Object> purchase() {
        return Map.of("toppedUp", true, "transactionNo", "ZFB" + System.nanoTime(), "purchaseCostYuan", 49.8);
    }

    private String told() {
        return sandbox.get("/sandbox/wechat/messages?openid=" + customer.openid())
                        .body()
                + sandbox.get("/sandbox/sms?phone=" + customer.phone()).body();
    }

    private String shipping(String orderNo) {
        for (var info : sandbox.get("/sandbox/wechat-pay/shipping").json()) {
            if (info.toString().contains(orderNo)) {
                return info.toString();
            }
        }
        return "";
    }

    static String id(JsonNode task) {
        return task.get("id").asText();
    }
}
