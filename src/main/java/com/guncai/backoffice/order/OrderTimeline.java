package com.guncai.backoffice.order;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the customer's timeline from what happens to orders. */
@Component
class OrderTimeline {
    private final TimelineEntryRepository lines;

    OrderTimeline(TimelineEntryRepository lines) {
        this.lines = lines;
    }

    @EventListener
    void on(OrderEvent fact) {
        lines.save(new TimelineEntry(fact));
    }

    Map<String, List<TimelineEntry>> of(Collection<String> orderNos) {
        return lines.findByOrderNoInOrderByAtAscIdAsc(orderNos).stream().collect(groupingBy(TimelineEntry::orderNo));
    }
}
