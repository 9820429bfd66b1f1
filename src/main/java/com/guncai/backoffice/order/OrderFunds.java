package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an order costs, what was paid for it, what went back, and whether a refund is under way. Amounts in fen. */
@Embeddable
class OrderFunds {
    private long priceFen;
    private long discountFen;
    private long payableFen;
    private @Nullable Long couponId;
    private long paidFen;
    private @Nullable Instant paidAt;
    private long refundedFen;
    private boolean underRefund;
    private boolean refundOpen;

    void costs(long priceFen) {
        this.priceFen = priceFen;
        payableFen = priceFen;
    }

    /** Takes a held coupon off the price; at least one fen stays to be paid. */
    void deduct(long couponId, long faceFen) {
        coveredBy(couponId);
        discountFen = Math.min(faceFen, Math.max(0, priceFen - 1));
        payableFen = priceFen - discountFen;
    }

    void coveredBy(@Nullable Long couponId) {
        this.couponId = couponId;
    }

    void paid(long fen, Instant now) {
        if (paidFen > 0) {
            throw new IllegalStateException("the order is paid already");
        }
        paidFen = fen;
        paidAt = now;
    }

    /** @throws ProblemException {@code REFUND_OPEN} */
    void requireNoOpenRefund() {
        if (refundOpen) {
            throw ProblemException.conflict(ProblemCode.REFUND_OPEN, "该订单已有退款申请在处理中，请等待客服处理");
        }
    }

    /** @throws ProblemException {@code ORDER_UNDER_REFUND} */
    void requireNotHeldUp() {
        if (underRefund) {
            throw ProblemException.conflict(ProblemCode.ORDER_UNDER_REFUND, "订单正在申请退款，暂不能完成，请等待客服处理");
        }
    }

    /** @throws ProblemException {@code NOTHING_TO_REFUND} */
    void refundOpened() {
        if (refundableFen() == 0) {
            throw ProblemException.conflict(ProblemCode.NOTHING_TO_REFUND, "该订单没有可退的款项");
        }
        underRefund = true;
        refundOpen = true;
    }

    /** It does not end the order; a part may be on its way back all the same. */
    void refundDecided(boolean partGoesBack) {
        underRefund = false;
        refundOpen = partGoesBack;
    }

    void refunded(long fen) {
        if (fen <= 0 || fen > refundableFen()) {
            throw new IllegalStateException("more would go back than was paid");
        }
        refundedFen += fen;
        refundDecided(false);
    }

    long priceFen() {
        return priceFen;
    }

    long discountFen() {
        return discountFen;
    }

    long payableFen() {
        return payableFen;
    }

    @Nullable
    Long couponId() {
        return couponId;
    }

    long paidFen() {
        return paidFen;
    }

    @Nullable
    Instant paidAt() {
        return paidAt;
    }

    long refundableFen() {
        return paidFen - refundedFen;
    }

    /** Whether a refund is undecided, or decided and ends the order. */
    boolean isHeldUp() {
        return underRefund;
    }

    /** As above, or a part of the money is on its way. */
    boolean hasOpenRefund() {
        return refundOpen;
    }
}
