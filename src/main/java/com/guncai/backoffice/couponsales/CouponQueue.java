package com.guncai.backoffice.couponsales;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.coupon.BackorderDemand;
import com.guncai.backoffice.couponsales.CouponOrderRepository.Wanted;
import com.guncai.backoffice.order.PaymentReceived;
import com.guncai.backoffice.order.RefundStarted;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders that were paid and whose coupons are not in the wallet yet, in the order of their payments: an order has its
 * place from the payment on, whenever its process gets to it, until it is served or its money goes back.
 */
@Component
@Transactional
class CouponQueue implements BackorderDemand {
    private final CouponOrderRepository couponOrders;

    CouponQueue(CouponOrderRepository couponOrders) {
        this.couponOrders = couponOrders;
    }

    @EventListener
    void on(PaymentReceived paid) {
        if (paid.service().couponsForSale()) {
            couponOrders.findById(paid.orderNo()).ifPresent(order -> order.queue(paid.at()));
        }
    }

    @EventListener
    void on(RefundStarted refunding) {
        if (refunding.service().couponsForSale()) {
            couponOrders.findById(refunding.orderNo()).ifPresent(CouponOrder::leaveQueue);
        }
    }

    /** Those included that asked for their money back: customer service may say no. */
    @Override
    @Transactional(readOnly = true)
    public long of(String productId) {
        return couponOrders.wanted(productId);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> byProduct() {
        return couponOrders.wanted().stream().collect(toMap(Wanted::productId, Wanted::quantity));
    }

    @Override
    @Transactional(readOnly = true)
    public long fulfilledSince(String productId, Instant since) {
        return couponOrders.handedOutSince(productId, since);
    }
}
