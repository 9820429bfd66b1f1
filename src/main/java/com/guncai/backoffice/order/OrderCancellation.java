package com.guncai.backoffice.order;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Until it is paid, a customer may give an order up. */
@Component
class OrderCancellation implements OrderActions {
    private static final String CANCELLATION = "cancellation";

    @Override
    public Map<String, String> described() {
        return Map.of(CANCELLATION, "取消订单");
    }

    @Override
    public Map<String, Set<String>> of(Collection<Order> orders) {
        return orders.stream()
                .filter(order -> order.status() == OrderStatus.AWAITING_PAYMENT)
                .collect(toMap(Order::orderNo, order -> Set.of(CANCELLATION)));
    }
}
