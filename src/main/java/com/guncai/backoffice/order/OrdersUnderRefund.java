package com.guncai.backoffice.order;

import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves orders through their refunds, for the module that decides on them; as {@link Orders} otherwise. */
@Service
@Transactional
public class OrdersUnderRefund {
    private final Orders orders;
    private final Coupons coupons;
    private final Clock clock;

    OrdersUnderRefund(Orders orders, Coupons coupons, Clock clock) {
        this.orders = orders;
        this.coupons = coupons;
        this.clock = clock;
    }

    /**
     * A refund was asked for: until it is decided the order cannot be completed.
     *
     * @param text what the customer reads in the timeline; {@code null} for nothing
     * @throws ProblemException {@code ORDER_STATE} unless it is paid, {@code REFUND_OPEN} while another refund is undecided or
     *     on its way, {@code NOTHING_TO_REFUND}
     */
    public void opened(String orderNo, @Nullable String text) {
        orders.change(orderNo, order -> {
            order.refundOpened();
            if (text != null) {
                order.noted(text, BusinessTime.now(clock));
            }
        });
    }

    /** The refund was refused or withdrawn: the order goes on. */
    public void closed(String orderNo, String text) {
        orders.change(orderNo, order -> order.refundClosed(false, text, BusinessTime.now(clock)));
    }

    /** A part goes back and the order goes on; another refund has to wait until the money is there. */
    public void partGoesBack(String orderNo, String text) {
        orders.change(orderNo, order -> order.refundClosed(true, text, BusinessTime.now(clock)));
    }

    /** Money is going back and the order ends by it. Also for one that was cancelled and then paid. */
    public void ended(String orderNo) {
        orders.change(orderNo, order -> order.refunding(BusinessTime.now(clock)));
    }

    /**
     * Money went back. When all of it did, the deduction coupon is the customer's again.
     *
     * @param fen what went back
     * @param ourFault whether a coupon whose validity ended meanwhile is prolonged
     */
    public void paidOut(String orderNo, long fen, String text, boolean ourFault) {
        orders.change(orderNo, order -> {
            order.refunded(fen, text, BusinessTime.now(clock));
            var couponId = order.refundableFen() == 0 ? order.couponId() : null;
            if (couponId != null && ourFault) {
                coupons.makeGood(couponId, orderNo);
            } else if (couponId != null) {
                coupons.giveBack(couponId, orderNo);
            }
        });
    }
}
