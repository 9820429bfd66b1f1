package com.guncai.backoffice.order;

import static com.guncai.backoffice.order.AnOrder.NOON;
import static com.guncai.backoffice.order.AnOrder.announcedBy;
import static com.guncai.backoffice.order.AnOrder.claim;
import static com.guncai.backoffice.order.AnOrder.in;
import static com.guncai.backoffice.order.AnOrder.placed;
import static com.guncai.backoffice.order.AnOrder.refusal;
import static com.guncai.backoffice.order.OrderStatus.ACCEPTED;
import static com.guncai.backoffice.order.OrderStatus.CANCELLED;
import static com.guncai.backoffice.order.OrderStatus.COMPLETED;
import static com.guncai.backoffice.order.OrderStatus.PAID;
import static com.guncai.backoffice.order.OrderStatus.REFUNDED;
import static com.guncai.backoffice.order.OrderStatus.REFUNDING;
import static com.guncai.backoffice.testing.DemoServices.FLOWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes back of an order, and what a refund holds up. */
class OrderRefundRulesTest {
    @Test
    void anOrderUnderRefundGoesOnButIsNotCompleted() {
        var order = in(PAID);
        order.refundOpened();

        assertThat(order.isUnderRefund()).isTrue();
        assertThat(refusal(() -> order.completed("已送达", NOON))).isEqualTo("ORDER_UNDER_REFUND");
        assertThat(order.status()).isEqualTo(PAID);
        order.accepted("已下单", NOON);
        assertThat(order.status()).isEqualTo(ACCEPTED);
    }

    @Test
    void aRefundThatIsRefusedLetsTheOrderBeCompleted() {
        var order = in(PAID);
        order.refundOpened();

        order.refundClosed(false, "退款申请未通过", NOON);

        assertThat(order.isUnderRefund()).isFalse();
        assertThat(announcedBy(order)).endsWith(new RefundClosed("O1", FLOWER, NOON, "退款申请未通过"));
        order.completed("已送达", NOON);
        assertThat(order.status()).isEqualTo(COMPLETED);
    }

    @Test
    void anOrderGoesOnWhileAPartGoesBackButHasNoOtherRefund() {
        var order = in(PAID);
        order.refundOpened();

        order.refundClosed(true, "退 10 元", NOON);

        assertThat(order.isUnderRefund()).isFalse();
        assertThat(order.hasOpenRefund()).isTrue();
        assertThat(refusal(order::refundOpened)).isEqualTo("REFUND_OPEN");
        order.completed("已送达", NOON);
        order.refunded(1_000, "已退款 10 元", NOON);
        assertThat(order.status()).isEqualTo(COMPLETED);
        assertThat(order.hasOpenRefund()).isFalse();
        assertThat(order.refundableFen()).isEqualTo(14_000);
    }

    @Test
    void oneRefundIsOpenAtATime() {
        var order = in(PAID);
        order.refundOpened();

        assertThat(refusal(order::refundOpened)).isEqualTo("REFUND_OPEN");
    }

    @Test
    void whereNothingWasPaidNothingGoesBack() {
        var unpaid = placed(15_000);
        unpaid.cancelled("已取消", NOON);

        assertThat(refusal(claim(7L)::refundOpened)).isEqualTo("NOTHING_TO_REFUND");
        assertThat(refusal(() -> unpaid.refunding(NOON))).isEqualTo("NOTHING_TO_REFUND");
        assertThat(unpaid.status()).isEqualTo(CANCELLED);
        assertThat(unpaid.isUnderRefund()).isFalse();
    }

    @Test
    void whatGoesBackIsNoLongerRefundable() {
        var order = in(REFUNDING);
        assertThat(order.isUnderRefund()).isTrue();

        order.refunded(1_000, "已退款 10 元", NOON);

        assertThat(order.status()).isEqualTo(REFUNDED);
        assertThat(order.refundableFen()).isEqualTo(14_000);
        assertThat(order.paidFen()).isEqualTo(15_000);
        assertThat(order.isUnderRefund()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 15_001})
    void neverMoreGoesBackThanWasPaid(long fen) {
        var order = in(REFUNDING);

        assertThatThrownBy(() -> order.refunded(fen, "已退款", NOON)).isInstanceOf(IllegalStateException.class);
        assertThat(order.refundableFen()).isEqualTo(15_000);
    }
}
