package com.guncai.backoffice.topup;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** By which purchase the phone was topped up, for how much. */
@Component
class TopUpPurchaseStory implements StorySection {
    private final TopUpOrderRepository topUpOrders;

    TopUpPurchaseStory(TopUpOrderRepository topUpOrders) {
        this.topUpOrders = topUpOrders;
    }

    @Override
    public String name() {
        return PURCHASES;
    }

    @Override
    public String title() {
        return "采购";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        if (!order.service().equals(TopUpService.TOP_UP)) {
            return List.of();
        }
        return topUpOrders.findById(order.orderNo()).stream()
                .filter(topUp -> topUp.transactionNo() != null || topUp.failureReason() != null)
                .map(TopUpPurchaseStory::entry)
                .toList();
    }

    private static StoryEntry entry(TopUpOrder topUp) {
        var cost = topUp.purchaseCostFen();
        return StoryEntry.of(null, topUp.transactionNo() == null ? "没充成" : "已充值")
                .row("充值流水号", "externalNo", topUp.transactionNo())
                .row("采购价", cost == null ? null : Money.yuan(cost))
                .member("costFen", cost)
                .row("失败的原因", "failureReason", topUp.failureReason());
    }
}
