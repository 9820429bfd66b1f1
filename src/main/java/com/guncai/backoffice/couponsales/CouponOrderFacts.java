package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.notification.MessageFacts;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code coupon} and {@code quantity} for the messages about bought coupons. */
@Component
class CouponOrderFacts implements MessageFacts {
    private final CouponOrderRepository couponOrders;

    CouponOrderFacts(CouponOrderRepository couponOrders) {
        this.couponOrders = couponOrders;
    }

    @Override
    public boolean concerns(ServiceCode service) {
        return service.couponsForSale();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(String orderNo) {
        return couponOrders
                .findById(orderNo)
                .map(order -> Map.of("coupon", order.productName(), "quantity", String.valueOf(order.quantity())))
                .orElse(Map.of());
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("coupon", "礼券", "quantity", "1");
    }
}
