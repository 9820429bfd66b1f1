package com.guncai.backoffice.flower;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderActions;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.process.Processes;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What customers may do about flowers that they paid for. */
@Component
class FlowerOrderActions implements OrderActions {
    private static final String DELIVERY = "delivery";
    private static final String CONFIRMATION = "delivery-confirmation";

    private final Processes processes;

    FlowerOrderActions(Processes processes) {
        this.processes = processes;
    }

    @Override
    public Map<String, String> described() {
        return Map.of(DELIVERY, "修改配送信息", CONFIRMATION, "确认收花");
    }

    @Override
    public Map<String, Set<String>> of(Collection<Order> orders) {
        var possible = in(orders, OrderStatus.ACCEPTED)
                .filter(order -> !order.isUnderRefund())
                .collect(toMap(Order::orderNo, order -> Set.of(CONFIRMATION)));
        var paid = in(orders, OrderStatus.PAID).map(Order::orderNo).collect(toSet());
        if (!paid.isEmpty()) {
            paid.removeAll(processes.claimed(paid));
            paid.forEach(orderNo -> possible.put(orderNo, Set.of(DELIVERY)));
        }
        return possible;
    }

    private static Stream<Order> in(Collection<Order> orders, OrderStatus status) {
        return orders.stream()
                .filter(order -> order.service().equals(FlowerService.FLOWER))
                .filter(order -> order.status() == status);
    }
}
