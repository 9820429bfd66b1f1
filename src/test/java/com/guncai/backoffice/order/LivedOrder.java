package com.guncai.backoffice.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order that tests of other modules let live as {@link Orders} does, without a database. */
public final class LivedOrder {
    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
    private static final long COUPON_FEN = 3000;

    private final Order order;

    public LivedOrder(String orderNo, long priceFen, @Nullable Long coupon) {
        order = AnOrder.placed(orderNo, priceFen);
        if (coupon != null) {
            order.deduct(coupon, COUPON_FEN);
        }
    }

    public Order order() {
        return order;
    }

    public String no() {
        return order.orderNo();
    }

    /** Whether the order goes on. */
    public boolean pay() {
        return order.paid(order.payableFen(), NOON);
    }

    public void cancel() {
        order.cancelled("已取消", NOON);
    }

    /** {@code null} when its state does not allow it. */
    public @Nullable OrderCompleted complete() {
        if (order.status() != OrderStatus.PAID) {
            return null;
        }
        order.completed("已送达", NOON);
        return new OrderCompleted(no(), order.service(), NOON, "已送达");
    }

    /** Whether its state allows it. */
    public boolean refund(long fen) {
        if (order.status() == OrderStatus.AWAITING_PAYMENT || order.paidFen() == 0 || fen > order.refundableFen()) {
            return false;
        }
        if (order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.REFUNDED) {
            return false;
        }
        order.refunding(NOON);
        order.refunded(fen, "已退款", NOON);
        return true;
    }
}
