package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which coupons were bought, and whether codes were short. */
@Component
class CouponOrderStory implements StorySection {
    private final CouponOrderRepository couponOrders;

    CouponOrderStory(CouponOrderRepository couponOrders) {
        this.couponOrders = couponOrders;
    }

    @Override
    public String name() {
        return ORDERED;
    }

    @Override
    public String title() {
        return "订购内容";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        if (!order.service().couponsForSale()) {
            return List.of();
        }
        return couponOrders.findById(order.orderNo()).stream()
                .map(coupons -> StoryEntry.of(null, coupons.line())
                        .state(coupons.isHandedOut() ? "已放入礼券" : coupons.waitingSince() != null ? "等待到货" : "")
                        .member("productId", coupons.productId())
                        .member("productName", coupons.productName())
                        .member("faceFen", coupons.faceFen())
                        .member("quantity", coupons.quantity()))
                .toList();
    }
}
