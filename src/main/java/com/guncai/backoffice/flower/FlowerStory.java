package com.guncai.backoffice.flower;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.shared.BusinessTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which flowers go where, to whom. */
@Component
class FlowerStory implements StorySection {
    private final FlowerOrderRepository flowerOrders;

    FlowerStory(FlowerOrderRepository flowerOrders) {
        this.flowerOrders = flowerOrders;
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
        if (!order.service().equals(FlowerService.FLOWER)) {
            return List.of();
        }
        return flowerOrders.findById(order.orderNo()).stream()
                .map(flowers -> entry(flowers, reader))
                .toList();
    }

    private static StoryEntry entry(FlowerOrder flowers, StoryReader reader) {
        var message = flowers.cardMessage();
        return StoryEntry.of(null, flowers.flowerName())
                .member("flowerId", flowers.flowerId())
                .member("flowerName", flowers.flowerName())
                .row("城市", "city", flowers.city())
                .row("地址", "address", reader.text(flowers.address()))
                .row("收花人", "recipient", reader.name(flowers.recipient()))
                .row("电话", "phone", reader.phone(flowers.phone()))
                .row("配送时段", BusinessTime.text(flowers.deliverySlot()) + " 起一小时")
                .member("deliverySlot", BusinessTime.offset(flowers.deliverySlot()))
                .row("贺卡", "cardMessage", message == null ? null : reader.text(message));
    }
}
