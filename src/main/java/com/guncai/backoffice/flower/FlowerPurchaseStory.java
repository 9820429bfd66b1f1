package com.guncai.backoffice.flower;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** At which shop the flowers were bought, for how much. */
@Component
class FlowerPurchaseStory implements StorySection {
    private final FlowerOrderRepository flowerOrders;

    FlowerPurchaseStory(FlowerOrderRepository flowerOrders) {
        this.flowerOrders = flowerOrders;
    }

    @Override
    public String name() {
        return PURCHASES;
    }

    @Override
    public String title() {
        return "采购";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        if (!order.service().equals(FlowerService.FLOWER)) {
            return List.of();
        }
        return flowerOrders.findById(order.orderNo()).stream()
                .filter(flowers -> flowers.shopName() != null || flowers.undeliverableReason() != null)
                .map(FlowerPurchaseStory::entry)
                .toList();
    }

    private static StoryEntry entry(FlowerOrder flowers) {
        var shop = flowers.shopName();
        var expected = flowers.estimatedDeliveryAt();
        var cost = flowers.purchaseCostFen();
        return StoryEntry.of(null, shop == null ? "没有店家能送" : shop)
                .member("supplier", shop)
                .row("店家电话", "supplierPhone", flowers.shopPhone())
                .row("美团订单号", "externalNo", flowers.purchaseOrderNo())
                .row("采购价", cost == null ? null : Money.yuan(cost))
                .member("costFen", cost)
                .row("预计送达", expected == null ? null : BusinessTime.text(expected))
                .row("送不了的原因", "failureReason", flowers.undeliverableReason())
                .row("送达情况", "note", flowers.deliveryNote());
    }
}
