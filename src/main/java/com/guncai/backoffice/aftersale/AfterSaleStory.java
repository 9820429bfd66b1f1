package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.process.StaffDirectory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The after-sales of an order, in its story. */
@Component
class AfterSaleStory implements StorySection {
    private final AfterSaleRepository table;

    private final StaffDirectory staff;

    AfterSaleStory(AfterSaleRepository table, StaffDirectory staff) {
        this.staff = staff;
        this.table = table;
    }

    @Override
    public String name() {
        return AFTER_SALES;
    }

    @Override
    public String title() {
        return "售后";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        return order.isHelped()
                ? table.findByOrderNoInOrderByOpenedAt(List.of(order.orderNo())).stream()
                        .map(afterSale -> entry(afterSale, reader))
                        .toList()
                : List.of();
    }

    private StoryEntry entry(AfterSale afterSale, StoryReader reader) {
        var outcome = afterSale.outcome();
        return StoryEntry.of(
                        afterSale.openedAt(),
                        afterSale.origin().label() + "：" + Objects.requireNonNullElse(afterSale.topic(), ""))
                .caseNo(afterSale.afterSaleNo())
                .state(afterSale.state().label())
                .row("售后号", "afterSaleNo", afterSale.afterSaleNo())
                .member("state", afterSale.state().name())
                .member("topic", afterSale.topic())
                .row("问题", "text", read(afterSale.text(), reader))
                .row("结果", outcome == null ? null : outcome.label())
                .member("outcome", outcome == null ? null : outcome.name())
                .row("答复", "answer", read(afterSale.answer(), reader))
                .row("答复人", staff.name(afterSale.answeredBy()))
                .member("answeredBy", afterSale.answeredBy())
                .row("微信投诉号", "complaintId", afterSale.complaintId());
    }

    private static @Nullable String read(@Nullable String text, StoryReader reader) {
        return text == null ? null : reader.text(text);
    }
}
