package com.guncai.backoffice.flower;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderActions;
import com.guncai.backoffice.order.OrderStatus;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What customers may do about flowers that they paid for. */
@Component
class FlowerOrderActions implements OrderActions {
    private static final String CONFIRMATION = "delivery-confirmation";

    @Override
    public Map<String, String> described() {
        return Map.of(CONFIRMATION, "确认收花");
    }

    @Override
    public Map<String, Set<String>> of(Collection<Order> orders) {
        return orders.stream()
                .filter(order -> order.service().equals(FlowerService.FLOWER))
                .filter(order -> order.status() == OrderStatus.ACCEPTED && !order.isUnderRefund())
                .collect(toMap(Order::orderNo, order -> Set.of(CONFIRMATION)));
    }
}
