package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.testing.Json;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** Parts of a payment that go back, one after the other, while the order goes its own way. */
class PartialRefundTest extends RefundTest {
    private static final Map<String, Object> TEN_YUAN = Map.of("refundYuan", "10");

    @Test
    void theOrderGoesOnAsIfNothingHadHappened() {
        var order = engine.process(orderNo);
        var process = underWay(TEN_YUAN);
        assertThat(order).isWaitingAtExactly("Task_PurchaseFlowers");
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
        Assertions.assertThat(customer.timeline(orderNo)).contains("客服与您商定退款 ¥10.00，订单继续办理");

        engine.complete(order, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        settles(process, PayRefund.Status.SUCCESS);

        assertThat(process)
                .as("the flowers are shipped in their own time")
                .hasNotPassed("Task_UploadShipping")
                .isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
        Assertions.assertThat(bankFlow()).singleElement().asString().startsWith("WECHAT_MERCHANT 1000 ");
    }

    @Test
    void theOrderMayBeCompletedWhileTheMoneyIsOnItsWay() {
        var process = underWay(TEN_YUAN);
        completed();

        settles(process, PayRefund.Status.SUCCESS);

        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        Assertions.assertThat(customer.order(orderNo).text("/refund/status")).isEqualTo("REFUNDED");
    }

    @Test
    void whatFinanceTransfersInsteadLetsTheOrderGoOnToo() {
        var process = underWay(TEN_YUAN);
        settles(process, PayRefund.Status.ABNORMAL);

        engine.complete(process, "Task_RefundByHand", Map.of("bankFlowNo", "B" + orderNo));

        assertThat(process).hasNotPassed("Task_UploadShipping").isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
        Assertions.assertThat(bankFlow()).containsExactly("COMPANY 1000 B" + orderNo);
    }

    @Test
    void theRestStaysRefundableUpToTheLastFen() {
        refunded(TEN_YUAN);
        sandbox.skip(Duration.ofMinutes(2));
        var second = requested();
        assertThatThrownBy(() -> engine.complete(
                        second, "Task_DecideRefund", Map.of("refundApproved", true, "refundYuan", "140.01")))
                .hasMessage("退款金额须大于 0，最多 ¥140.00");

        engine.complete(second, "Task_DecideRefund", Map.of("refundApproved", true));
        run(second, "Task_RequestRefund");
        settles(second, PayRefund.Status.SUCCESS);

        Assertions.assertThat(customer.status(orderNo)).as("all of it").isEqualTo("REFUNDED");
        Assertions.assertThat(customer.order(orderNo).json().at("/refunds").findValuesAsText("refundFen"))
                .containsExactly("1000", "14000");
        Assertions.assertThat(refundedFen()).isEqualTo(PAID);
    }

    @Test
    void noOtherIsAskedForBeforeTheFirstHasArrived() {
        var process = underWay(TEN_YUAN);

        Assertions.assertThat(customer.asksForRefund(orderNo, "还要退").is(409).text("/code"))
                .isEqualTo("REFUND_OPEN");

        settles(process, PayRefund.Status.SUCCESS);
        customer.asksForRefund(orderNo, "还要退").is(202);
    }

    /** WeChat Pay wants a minute between two refunds of one order. */
    @Test
    void theSecondWaitsForAMinuteAfterTheFirst() {
        refunded(TEN_YUAN);
        var second = approved(TEN_YUAN);

        Assertions.assertThat(engine.runInVain(second, "Task_RequestRefund", "微信要求同一订单的两次退款隔开一些时间"))
                .isEqualTo(9);
        Assertions.assertThat(atWeChatPay()).hasSize(1);

        sandbox.skip(Duration.ofMinutes(1));
        run(second, "Task_RequestRefund");
        Assertions.assertThat(atWeChatPay()).hasSize(2);
    }

    @Test
    void theFiftyFirstIsRefused() {
        refunded(TEN_YUAN);
        for (int i = 0; i < 49; i++) {
            jdbc.update(
                    """
                    insert into refund (refund_no, order_no, origin, reason, status, requested_fen, refund_fen, ends_order,
                        requested_at, decided_at, closed_at, version)
                    select ?, order_no, origin, reason, status, requested_fen, 1, false, requested_at, decided_at,
                        requested_at, 0
                    from refund where order_no = ? and refund_fen = 1000""",
                    "R" + i + "X" + orderNo.substring(orderNo.length() - 20),
                    orderNo);
        }

        Assertions.assertThat(customer.asksForRefund(orderNo, "还要退").is(409).text("/code"))
                .isEqualTo("REFUND_TOO_OFTEN");
    }

    @Test
    void customerServiceMayEndTheOrderByAPart() {
        var order = engine.process(orderNo);

        approved(Map.of("refundYuan", "100", "orderContinues", false));

        assertThat(order).hasPassed("EndEvent_OrderRefunded").isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDING");
    }

    @Test
    void anOrderDoesNotGoOnWithAllItsMoneyGivenBack() {
        var process = requested();

        assertThatThrownBy(() -> engine.complete(
                        process, "Task_DecideRefund", Map.of("refundApproved", true, "orderContinues", true)))
                .hasMessage("全额退款后订单不能继续；订单要继续，请填写部分金额");

        assertThat(process).isWaitingAt("Task_DecideRefund");
    }

    @Test
    void aCompletedOrderRefundedInPartStaysCompletedWhateverIsSaidOfItsGoingOn() {
        completed();
        var process = approved(Map.of("refundYuan", "10", "orderContinues", false));
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");

        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);

        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        Assertions.assertThat(customer.order(orderNo).text("/refunds/0/status")).isEqualTo("REFUNDED");
    }

    @Test
    void aCompletedOrderRefundedWholeIsRefunded() {
        completed();
        refunded(Map.of());

        Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDED");
        Assertions.assertThat(customer.asksForRefund(orderNo, "还要退").is(409).text("/code"))
                .isEqualTo("ORDER_STATE");
    }

    /** The coupon ended while the order was under way; that it was for nothing is not the customer's fault. */
    @Test
    void aCouponThatEndedMeanwhileIsGoodForTwoWeeksMoreWhenTheFaultIsOurs() {
        var withCoupon = paidWithCoupon();
        engine.complete(
                engine.process(orderNo),
                "Task_PurchaseFlowers",
                Map.of("shopFound", false, "undeliverableReason", "超出配送范围"));
        jdbc.update("update coupon set valid_until = ? where id = ?", yesterday(), withCoupon);

        var process = engine.process("RefundProcess", orderNo);
        engine.complete(process, "Task_DecideRefund", Map.of("refundApproved", true));
        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);

        Assertions.assertThat(daysLeft(withCoupon)).isBetween(13L, 15L);
    }

    @Test
    void butNotWhenTheCustomerThoughtBetterOfIt() {
        var withCoupon = paidWithCoupon();
        jdbc.update("update coupon set valid_until = ? where id = ?", yesterday(), withCoupon);

        refunded(Map.of());

        Assertions.assertThat(daysLeft(withCoupon)).isNegative();
    }

    private long paidWithCoupon() {
        var until = sandbox.clock().instant().plus(Duration.ofDays(30)).toString();
        var coupon = Json.at(port)
                .post("/sandbox/coupons", Map.of("phone", customer.phone(), "validUntil", until))
                .is(201)
                .json()
                .at("/id")
                .asLong();
        var flowers = customer.flowers();
        flowers.put("couponId", coupon);
        orderNo = customer.orders(flowers).is(201).text("/orderNo");
        engine.paid(customer, orderNo);
        return coupon;
    }

    private Timestamp yesterday() {
        return Timestamp.from(sandbox.clock().instant().minus(Duration.ofDays(1)));
    }

    private long daysLeft(long coupon) {
        var until = jdbc.queryForObject("select valid_until from coupon where id = ?", Timestamp.class, coupon);
        return Duration.between(sandbox.clock().instant(), until.toInstant()).toDays();
    }

    private void completed() {
        var order = engine.process(orderNo);
        engine.complete(order, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        engine.complete(order, "Task_FollowDelivery", Map.of("completeEarly", true));
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    private ProcessInstance refunded(Map<String, Object> decision) {
        var process = approved(decision);
        run(process, "Task_RequestRefund");
        settles(process, PayRefund.Status.SUCCESS);
        return process;
    }

    private long refundedFen() {
        return jdbc.queryForObject("select refunded_fen from customer_order where order_no = ?", Long.class, orderNo);
    }
}
