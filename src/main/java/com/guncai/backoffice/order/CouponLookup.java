package com.guncai.backoffice.order;

import com.guncai.backoffice.coupon.OrderCoupons;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders are found by the batch of their coupons and codes; people call their batches what they like, in Chinese too. */
@Component
class CouponLookup implements OrderLookup {
    private final OrderCoupons coupons;

    CouponLookup(OrderCoupons coupons) {
        this.coupons = coupons;
    }

    @Override
    public List<String> queries(SearchTerm term) {
        return term.isPhone() ? List.of() : coupons.ordersOfBatch(term.isNumber());
    }
}
