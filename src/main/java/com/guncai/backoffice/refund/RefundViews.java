package com.guncai.backoffice.refund;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.guncai.backoffice.order.OrderRefunds;
import com.guncai.backoffice.shared.BusinessTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Refunds as their customers see them. */
@Component
class RefundViews implements OrderRefunds {
    private final RefundRepository refunds;

    RefundViews(RefundRepository refunds) {
        this.refunds = refunds;
    }

    @Override
    public Map<String, List<RefundView>> of(Collection<String> orderNos) {
        return refunds.findByOrderNoInOrderByRequestedAt(orderNos).stream()
                .collect(groupingBy(Refund::orderNo, mapping(RefundViews::view, toList())));
    }

    private static RefundView view(Refund refund) {
        var undone = refund.status() == RefundStatus.REJECTED || refund.status() == RefundStatus.WITHDRAWN;
        return new RefundView(
                refund.status().name(),
                undone ? 0 : Objects.requireNonNullElse(refund.refundFen(), refund.requestedFen()),
                BusinessTime.offset(refund.changedAt()),
                refund.origin().reasonForCustomer(refund.reason()),
                refund.decisionNote(),
                refund.decidedAt() != null && !refund.endsOrder());
    }
}
