package com.guncai.backoffice.refund;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every refund that was asked for, from the wish to the bank. */
@Component
class RefundStory implements StorySection {
    private final RefundRepository refunds;

    private final StaffDirectory staff;

    RefundStory(RefundRepository refunds, StaffDirectory staff) {
        this.staff = staff;
        this.refunds = refunds;
    }

    @Override
    public String name() {
        return REFUNDS;
    }

    @Override
    public String title() {
        return "退款";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        return order.paidFen() == 0
                ? List.of()
                : refunds.findByOrderNoInOrderByRequestedAt(List.of(order.orderNo())).stream()
                        .map(refund -> entry(refund, reader))
                        .toList();
    }

    private StoryEntry entry(Refund refund, StoryReader reader) {
        var agreed = refund.refundFen();
        var note = refund.decisionNote();
        return StoryEntry.of(refund.requestedAt(), refund.origin().label())
                .caseNo(refund.refundNo())
                .state(refund.status().label())
                .member("status", refund.status().name())
                .row("退款单号", "refundNo", refund.refundNo())
                .row("申请金额", Money.yuan(refund.requestedFen()))
                .member("requestedFen", refund.requestedFen())
                .row("退款金额", agreed == null ? null : Money.yuan(agreed))
                .member("refundFen", agreed)
                .row("原因", "reason", reader.text(refund.reason()))
                .row("客服说明", "decisionNote", note == null ? null : reader.text(note))
                .row("审核人", staff.name(refund.decidedBy()))
                .member("decidedBy", refund.decidedBy())
                .row("微信退款单号", "wechatRefundId", refund.wechatRefundId())
                .row("微信未受理", refund.failure())
                .row("银行流水号", "bankFlowNo", refund.bankFlowNo());
    }
}
