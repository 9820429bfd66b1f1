package com.guncai.backoffice.order;

import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.coupon.OrderCoupons;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** The coupon that an order takes off or pays back, and the coupons it bought. */
@Component
class CouponStory implements StorySection {
    private final OrderCoupons coupons;

    CouponStory(OrderCoupons coupons) {
        this.coupons = coupons;
    }

    @Override
    public String name() {
        return COUPONS;
    }

    @Override
    public String title() {
        return "礼券";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        return coupons.of(order.orderNo(), order.couponId()).stream()
                .map(coupon -> StoryEntry.of(coupon.issuedAt(), coupon.name())
                        .state(coupon.bought() ? "本单购买" : "本单使用")
                        .member("id", coupon.id())
                        .member("status", coupon.status().name())
                        .row("面值", Money.yuan(coupon.faceFen()))
                        .member("faceFen", coupon.faceFen())
                        .row("状态", state(coupon.status()))
                        .row("批次", "batchNo", coupon.batchNo())
                        .row("有效期至", BusinessTime.text(coupon.validUntil())))
                .toList();
    }

    private static String state(Coupon.Status status) {
        return switch (status) {
            case ISSUED -> "可用";
            case HELD -> "占用中";
            case USED -> "已使用";
            case EXPIRED -> "已过期";
            case VOID -> "已作废";
        };
    }
}
