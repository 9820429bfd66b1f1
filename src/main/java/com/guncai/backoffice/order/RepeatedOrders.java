package com.guncai.backoffice.order;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /**
     * For the clerk: that there are other orders for the same thing, oldest first; empty when there is none.
     *
     * @param same of some order numbers of this service, those that are for the same thing; not asked without any
     */
    public String warning(Order order, Function<List<String>, Stream<String>> same) {
        var near = near(order);
        if (near.isEmpty()) {
            return "";
        }
        var numbers = same.apply(near.stream().map(Order::orderNo).toList()).collect(toSet());
        return near.stream()
                .filter(other -> numbers.contains(other.orderNo()))
                .map(RepeatedOrders::warning)
                .collect(joining("；"));
    }

    private List<Order> near(Order order) {
        return orders.paidNear(
                order.customerId(),
                order.service(),
                order.orderNo(),
                order.createdAt().minus(WITHIN),
                order.createdAt().plus(WITHIN));
    }

    private static String warning(Order other) {
        return "同一用户在 %s 还下了一单一样的：%s（%s）。先核对是不是重复下单"
                .formatted(
                        BusinessTime.text(other.createdAt()),
                        other.orderNo(),
                        other.status().label());
    }
}
