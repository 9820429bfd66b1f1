package com.guncai.backoffice.order;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the customer's timeline from what happens to orders. */
@Component
class Timeline {
    private final OrderEventRepository lines;

    Timeline(OrderEventRepository lines) {
        this.lines = lines;
    }

    @EventListener
    void on(OrderFact fact) {
        lines.save(new OrderEvent(fact));
    }

    Map<String, List<OrderEvent>> of(Collection<String> orderNos) {
        return lines.findByOrderNoInOrderByAtAscIdAsc(orderNos).stream().collect(groupingBy(OrderEvent::orderNo));
    }
}
