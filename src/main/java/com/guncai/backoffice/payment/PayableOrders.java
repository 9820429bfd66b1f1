package com.guncai.backoffice.payment;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderActions;
import com.guncai.backoffice.order.OrderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which orders can still be paid. */
@Component
class PayableOrders implements OrderActions {
    private static final String PAYMENT = "payment";

    private final Clock clock;

    PayableOrders(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Map<String, String> described() {
        return Map.of(PAYMENT, "去支付");
    }

    @Override
    public Map<String, Set<String>> of(Collection<Order> orders) {
        var now = clock.instant();
        return orders.stream()
                .filter(order -> isPayable(order, now))
                .collect(toMap(Order::orderNo, order -> Set.of(PAYMENT)));
    }

    static boolean isPayable(Order order, Instant now) {
        var payBefore = order.payBefore();
        return order.status() == OrderStatus.AWAITING_PAYMENT && payBefore != null && now.isBefore(payBefore);
    }
}
