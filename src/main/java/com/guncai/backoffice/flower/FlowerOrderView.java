package com.guncai.backoffice.flower;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.OrderDetails;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Flower orders as their customer sees them. */
@Component
class FlowerOrderView implements OrderDetails {
    private final FlowerOrderRepository flowerOrders;

    FlowerOrderView(FlowerOrderRepository flowerOrders) {
        this.flowerOrders = flowerOrders;
    }

    @Override
    public boolean concerns(ServiceCode service) {
        return service.equals(FlowerService.FLOWER);
    }

    @Override
    public String fields() {
        return "鲜花：flowerId、flowerName、city、address、recipient、phone、deliverySlot、cardMessage";
    }

    @Override
    public Map<String, Details> of(Collection<String> orderNos) {
        return flowerOrders.findByOrderNoIn(orderNos).stream()
                .collect(toMap(FlowerOrder::orderNo, order -> new Details(ordered(order), shop(order))));
    }

    @Override
    public Optional<Summary> summary(String orderNo) {
        return flowerOrders.findById(orderNo).map(FlowerOrderView::line);
    }

    private static Summary line(FlowerOrder order) {
        var ordered = "%s，送%s，%s".formatted(order.flowerName(), order.city(), BusinessTime.text(order.deliverySlot()));
        return new Summary(ordered, order.shopName() == null ? "" : purchase(order));
    }

    private static String purchase(FlowerOrder order) {
        var cost = order.purchaseCostFen();
        var number = order.purchaseOrderNo();
        return "已向%s（%s）下单".formatted(order.shopName(), order.shopPhone())
                + (number == null ? "" : "，美团订单号 " + number)
                + (cost == null ? "" : "，采购价 " + Money.yuan(cost));
    }

    private static Ordered ordered(FlowerOrder order) {
        return new Ordered(
                order.flowerId(),
                order.flowerName(),
                order.city(),
                order.address(),
                order.recipient(),
                order.phone(),
                BusinessTime.offset(order.deliverySlot()),
                order.cardMessage());
    }

    private static @Nullable Shop shop(FlowerOrder order) {
        var name = order.shopName();
        var phone = order.shopPhone();
        var expected = order.estimatedDeliveryAt();
        return name == null || phone == null || expected == null
                ? null
                : new Shop(name, phone, BusinessTime.offset(expected));
    }

    record Ordered(
            String flowerId,
            String flowerName,
            String city,
            String address,
            String recipient,
            String phone,
            OffsetDateTime deliverySlot,
            @Nullable String cardMessage) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
