package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.order.RefundStarted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever gets all the money back keeps no coupon that was bought with it and not used yet. */
@Component
class ReturnedCoupons {
    private final Coupons coupons;

    ReturnedCoupons(Coupons coupons) {
        this.coupons = coupons;
    }

    @EventListener
    void on(RefundStarted refunding) {
        if (refunding.service().couponsForSale()) {
            coupons.takeBack(refunding.orderNo());
        }
    }
}
