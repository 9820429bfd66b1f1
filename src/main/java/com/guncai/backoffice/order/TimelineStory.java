package com.guncai.backoffice.order;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the customer reads of an order. */
@Component
class TimelineStory implements StorySection {
    private final OrderTimeline timeline;

    TimelineStory(OrderTimeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public String name() {
        return TIMELINE;
    }

    @Override
    public String title() {
        return "用户看到的进度";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        return timeline.of(List.of(order.orderNo())).getOrDefault(order.orderNo(), List.of()).stream()
                .map(line -> StoryEntry.of(line.at(), line.text()).member("text", line.text()))
                .toList();
    }
}
