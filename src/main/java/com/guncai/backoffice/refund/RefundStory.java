package com.guncai.backoffice.refund;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The refunds of an order, in its story. */
@Component
class RefundStory implements StorySection {
    private final RefundRepository refunds;

    RefundStory(RefundRepository refunds) {
        this.refunds = refunds;
    }

    @Override
    public String name() {
        return "refunds";
    }

    @Override
    public String title() {
        return "退款";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        return of(order).stream().map(RefundStory::entry).toList();
    }

    @Override
    public Collection<String> caseNos(Order order) {
        return of(order).stream().map(Refund::refundNo).toList();
    }

    private List<Refund> of(Order order) {
        return refunds.findByOrderNoInOrderByRequestedAt(List.of(order.orderNo()));
    }

    private static StoryEntry entry(Refund refund) {
        var fen = Objects.requireNonNullElse(refund.refundFen(), refund.requestedFen());
        return StoryEntry.of(refund.changedAt(), refund.origin().label() + " " + Money.yuan(fen))
                .state(refund.status().label())
                .row("退单号", "refundNo", refund.refundNo())
                .member("status", refund.status().name())
                .member("refundFen", fen)
                .row("原因", "reason", refund.reason())
                .row("商定的结果", "decisionNote", refund.decisionNote())
                .row("银行流水号", "bankFlowNo", refund.bankFlowNo());
    }
}
