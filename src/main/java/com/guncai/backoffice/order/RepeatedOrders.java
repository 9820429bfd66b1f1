package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders that a customer may have placed twice by a slip: of one service, paid, within minutes of each other. */
@Service
@Transactional(readOnly = true)
public class RepeatedOrders {
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final OrderRepository orders;

    RepeatedOrders(OrderRepository orders) {
        this.orders = orders;
    }

    /** The others, oldest first; the service says which of them are about the same thing. */
    public List<Order> near(Order order) {
        return orders.paidNear(
                order.customerId(),
                order.service(),
                order.orderNo(),
                order.createdAt().minus(WITHIN),
                order.createdAt().plus(WITHIN));
    }

    /** For the clerk: that there is another order for the same thing. */
    public static String warning(Order other) {
        return "同一用户在 %s 还下了一单一样的：%s（%s）。先核对是不是重复下单"
                .formatted(
                        BusinessTime.text(other.createdAt()),
                        other.orderNo(),
                        other.status().label());
    }
}
