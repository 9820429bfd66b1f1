package com.guncai.backoffice.refund;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.OrderRefunds;
import java.util.Collection;
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
    public Map<String, RefundView> of(Collection<String> orderNos) {
        return refunds.findByOrderNoInOrderByRequestedAt(orderNos).stream()
                .collect(toMap(Refund::orderNo, RefundViews::view, (earlier, later) -> later));
    }

    private static RefundView view(Refund refund) {
        var fen = refund.status() == RefundStatus.REJECTED
                ? 0
                : Objects.requireNonNullElse(refund.refundFen(), refund.requestedFen());
        return new RefundView(refund.status().name(), fen, refund.reasonForCustomer(), refund.decisionNote());
    }
}
