package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.ModelBean;
import org.springframework.stereotype.Component;

/** What any diagram may call as {@code ${couponOrders.…}}. */
@Component("couponOrders")
public class CouponOrderTasks implements ModelBean {
    private final CouponFulfilment handingOut;

    CouponOrderTasks(CouponFulfilment handingOut) {
        this.handingOut = handingOut;
    }

    /** New codes arrived, or may have: the orders that wait for the product are served, oldest first. Local. */
    @ModelAction({"CouponImportProcess", "CouponStockProcess", "CouponOrderProcess"})
    public void serveWaiting(String productId) {
        handingOut.serveWaiting(productId);
    }
}
