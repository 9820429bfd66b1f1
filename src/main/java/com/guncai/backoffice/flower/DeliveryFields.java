package com.guncai.backoffice.flower;

import com.guncai.backoffice.process.OrderField;
import com.guncai.backoffice.process.OrderField.Kind;
import com.guncai.backoffice.process.OrderFields;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where and when flowers are delivered; the address itself stays in its table. */
@Component
class DeliveryFields implements OrderFields {
    private final FlowerOrderRepository flowerOrders;
    private final Clock clock;

    DeliveryFields(FlowerOrderRepository flowerOrders, Clock clock) {
        this.flowerOrders = flowerOrders;
        this.clock = clock;
    }

    @Override
    public List<OrderField> fields() {
        return List.of(
                new OrderField("orderCity", "送到哪个城市（鲜花）", Kind.TEXT),
                new OrderField("orderDeliveryDate", "配送日期，例如 2026-12-01（鲜花）", Kind.TEXT),
                new OrderField("orderDeliveryHour", "配送时段几点开始，0 到 23（鲜花）", Kind.NUMBER),
                new OrderField("orderMinutesToDelivery", "离配送时段还有多少分钟（鲜花）", Kind.NUMBER));
    }

    @Override
    public @Nullable Object value(String orderNo, String field) {
        return flowerOrders.findById(orderNo).map(order -> value(order, field)).orElse(null);
    }

    private Object value(FlowerOrder order, String field) {
        var slot = order.deliverySlot().atZone(BusinessTime.ZONE);
        return switch (field) {
            case "orderDeliveryDate" -> slot.toLocalDate().toString();
            case "orderDeliveryHour" -> slot.getHour();
            case "orderMinutesToDelivery" ->
                Duration.between(clock.instant(), order.deliverySlot()).toMinutes();
            default -> order.city();
        };
    }
}
