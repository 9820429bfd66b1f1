package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money going back, as customer, clerks, finance and WeChat Pay live it, over HTTP. */
class RefundJourneyIT extends RefundJourneyFixture {
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

    private String told() {
        return sandbox.get("/sandbox/wechat/messages?openid=" + customer.openid())
                        .body()
                + sandbox.get("/sandbox/sms?phone=" + customer.phone()).body();
    }
}
