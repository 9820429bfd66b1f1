package com.guncai.backoffice.refund;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderActions;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** For which orders the customer may ask the money back. */
@Component
class RefundableOrders implements OrderActions {
    private static final String REFUND_REQUEST = "refund-request";

    @Override
    public Map<String, String> described() {
        return Map.of(REFUND_REQUEST, "申请退款");
    }

    @Override
    public Map<String, Set<String>> of(Collection<Order> orders) {
        return orders.stream()
                .filter(RefundableOrders::isRefundable)
                .collect(toMap(Order::orderNo, order -> Set.of(REFUND_REQUEST)));
    }

    private static boolean isRefundable(Order order) {
        return order.status().isOpen() && !order.isUnderRefund() && order.refundableFen() > 0;
    }
}
