package com.guncai.backoffice.topup;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which phone gets how much. */
@Component
class TopUpStory implements StorySection {
    private final TopUpOrderRepository topUpOrders;

    TopUpStory(TopUpOrderRepository topUpOrders) {
        this.topUpOrders = topUpOrders;
    }

    @Override
    public String name() {
        return ORDERED;
    }

    @Override
    public String title() {
        return "订购内容";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        if (!order.service().equals(TopUpService.TOP_UP)) {
            return List.of();
        }
        return topUpOrders.findById(order.orderNo()).stream()
                .map(topUp -> StoryEntry.of(null, "充值 " + Money.yuan(topUp.faceFen()))
                        .row("充值号码", "phone", reader.phone(topUp.phone()))
                        .member("faceFen", topUp.faceFen()))
                .toList();
    }
}
