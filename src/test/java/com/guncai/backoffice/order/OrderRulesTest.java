package com.guncai.backoffice.order;

import static com.guncai.backoffice.order.AnOrder.NOON;
import static com.guncai.backoffice.order.AnOrder.announcedBy;
import static com.guncai.backoffice.order.AnOrder.claim;
import static com.guncai.backoffice.order.AnOrder.in;
import static com.guncai.backoffice.order.AnOrder.placed;
import static com.guncai.backoffice.order.AnOrder.refusal;
import static com.guncai.backoffice.order.OrderStatus.ACCEPTED;
import static com.guncai.backoffice.order.OrderStatus.AWAITING_PAYMENT;
import static com.guncai.backoffice.order.OrderStatus.CANCELLED;
import static com.guncai.backoffice.order.OrderStatus.COMPLETED;
import static com.guncai.backoffice.order.OrderStatus.PAID;
import static com.guncai.backoffice.order.OrderStatus.REFUNDED;
import static com.guncai.backoffice.order.OrderStatus.REFUNDING;
import static com.guncai.backoffice.order.OrderStatus.REJECTED;
import static com.guncai.backoffice.testing.DemoServices.FLOWER;
import static com.guncai.backoffice.testing.DemoServices.FUEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order costs, and what it announces. Which state allows what is in {@link OrderStatesTest}. */
class OrderRulesTest {
    @Test
    void anOrderWaitsHalfAnHourForItsPrice() {
        var order = placed(15_000);

        assertThat(order.status()).isEqualTo(AWAITING_PAYMENT);
        assertThat(order.priceFen()).isEqualTo(15_000);
        assertThat(order.payableFen()).isEqualTo(15_000);
        assertThat(order.discountFen()).isZero();
        assertThat(order.payBefore()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
        assertThat(announcedBy(order)).containsExactly(new OrderPlaced("O1", FLOWER, NOON));
    }

    @Test
    void anOrderKnowsWhoPlacedItAndByWhichRequest() {
        var order = placed(15_000);

        assertThat(order.orderNo()).isEqualTo("O1");
        assertThat(order.customerId()).isEqualTo(42);
        assertThat(order.service()).isEqualTo(FLOWER);
        assertThat(order.createdAt()).isEqualTo(NOON);
        assertThat(order.requestDigest()).isEqualTo("digest-1");
        assertThat(order.couponId()).isNull();
        assertThat(order.rejectReason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "15000, 3000, 3000, 12000",
        "3001, 3000, 3000, 1",
        "3000, 3000, 2999, 1",
        "2000, 3000, 1999, 1",
        "1, 3000, 0, 1"
    })
    void aCouponIsTakenOffThePriceButOneFenStays(long price, long face, long discount, long payable) {
        var order = placed(price);

        order.deduct(7, face);

        assertThat(order.couponId()).isEqualTo(7);
        assertThat(order.priceFen()).isEqualTo(price);
        assertThat(order.discountFen()).isEqualTo(discount);
        assertThat(order.payableFen()).isEqualTo(payable);
    }

    @Test
    void whatCostsNothingIsNotPaidOutFor() {
        var order = placed(0);

        order.deduct(7, 3000);

        assertThat(order.discountFen()).isZero();
        assertThat(order.payableFen()).isZero();
    }

    @Test
    void aClaimHasNothingToPayAndWaitsForItsReview() {
        var claim = claim(7L);

        assertThat(claim.status()).isEqualTo(PAID);
        assertThat(claim.service()).isEqualTo(FUEL);
        assertThat(claim.couponId()).isEqualTo(7);
        assertThat(claim.payableFen()).isZero();
        assertThat(claim.payBefore()).isNull();
        assertThat(announcedBy(claim)).isEmpty();
    }

    @Test
    void aClaimWithoutACouponIsRejectedAtOnce() {
        var claim = claim(null);

        assertThat(claim.status()).isEqualTo(REJECTED);
        assertThat(claim.rejectReason()).isEqualTo("无有效券");
        assertThat(announcedBy(claim)).containsExactly(new OrderRejected("O1", FUEL, NOON, "无有效券"));
    }

    @Test
    void aPaymentLetsTheOrderGoOn() {
        var order = placed(15_000);

        assertThat(order.paid(15_000, NOON)).isTrue();

        assertThat(order.status()).isEqualTo(PAID);
        assertThat(order.paidFen()).isEqualTo(15_000);
        assertThat(order.refundableFen()).isEqualTo(15_000);
        assertThat(announcedBy(order)).endsWith(new PaymentReceived("O1", FLOWER, NOON));
    }

    @Test
    void aPaymentAfterTheCancellationIsKeptAndAnnounced() {
        var order = placed(15_000);
        order.cancelled("已取消", NOON);

        assertThat(order.paid(15_000, NOON)).isFalse();

        assertThat(order.status()).isEqualTo(CANCELLED);
        assertThat(order.refundableFen()).isEqualTo(15_000);
        assertThat(announcedBy(order)).endsWith(new PaidAfterCancellation("O1", FLOWER, NOON, 15_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 15_000})
    void anOrderIsPaidOnce(long again) {
        var order = in(PAID);

        assertThatThrownBy(() -> order.paid(again, NOON)).isInstanceOf(IllegalStateException.class);
        assertThat(order.paidFen()).isEqualTo(15_000);
    }

    @Test
    void aClaimCannotBePaid() {
        var claim = claim(7L);

        assertThat(refusal(() -> claim.paid(15_000, NOON))).isEqualTo("ORDER_STATE");
    }

    @Test
    void eachStepIsAnnouncedWithItsText() {
        assertThat(announcedBy(in(ACCEPTED))).endsWith(new OrderAccepted("O1", FLOWER, NOON, "已下单"));
        assertThat(announcedBy(in(COMPLETED))).endsWith(new OrderCompleted("O1", FLOWER, NOON, "已送达"));
        assertThat(announcedBy(in(REJECTED))).endsWith(new OrderRejected("O1", FLOWER, NOON, "凭证不清"));
        assertThat(announcedBy(in(REFUNDING))).endsWith(new RefundStarted("O1", FLOWER, NOON));
        assertThat(announcedBy(in(REFUNDED))).endsWith(new RefundFinished("O1", FLOWER, NOON, "已退款"));
        assertThat(in(REJECTED).rejectReason()).isEqualTo("凭证不清");

        var cancelled = placed(15_000);
        cancelled.cancelled("超时未支付", NOON);
        assertThat(announcedBy(cancelled)).endsWith(new OrderCancelled("O1", FLOWER, NOON, "超时未支付"));

        var noted = in(PAID);
        noted.noted("转账未成功", NOON);
        assertThat(announcedBy(noted)).endsWith(new OrderNoted("O1", FLOWER, NOON, "转账未成功"));
        assertThat(noted.status()).isEqualTo(PAID);
    }

    @Test
    void whatNeedsNoOtherWordsIsToldTheCustomerInTheseOnes() {
        assertThat(new OrderPlaced("O1", FLOWER, NOON).text()).isEqualTo("订单已提交，等待支付");
        assertThat(new PaymentReceived("O1", FLOWER, NOON).text()).isEqualTo("支付成功，等待商家接单");
        assertThat(new PaidAfterCancellation("O1", FLOWER, NOON, 15_000).text()).isEqualTo("订单取消后收到付款，将为您退款");
        assertThat(new RefundStarted("O1", FLOWER, NOON).text()).isEqualTo("退款处理中");
    }
}
