package com.guncai.backoffice.order;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders that customers paid for, or claims they made, and that somebody has to fulfil. */
@Service
@Transactional(readOnly = true)
public class OpenOrders {
    private final OrderRepository orders;
    private final OrderPersistence table;

    OpenOrders(OrderRepository orders, OrderPersistence table) {
        this.orders = orders;
        this.table = table;
    }

    /** Why nobody may let go of an order yet; {@code null} when it is over, or its money is on its way back. */
    public @Nullable String whyOpen(String orderNo) {
        return Optional.ofNullable(table.find(orderNo))
                .map(Order::status)
                .filter(OrderStatus::isOpen)
                .map(status -> "订单 %s 还是“%s”，没有办完".formatted(orderNo, status.label()))
                .orElse(null);
    }

    /** Their numbers, in their order, after a given one. */
    public List<String> after(String orderNo, int most) {
        return orders.open(OrderStatus.open(), orderNo, Limit.of(most));
    }
}
