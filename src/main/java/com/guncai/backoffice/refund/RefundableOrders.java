package com.guncai.backoffice.refund;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderActions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** For which orders the customer may ask the money back, or take such a wish back. */
@Component
class RefundableOrders implements OrderActions {
    private static final String REFUND_REQUEST = "refund-request";
    private static final String WITHDRAWAL = "refund-request-withdrawal";

    private final RefundRepository refunds;
    private final RefundLimits limits;

    RefundableOrders(RefundRepository refunds, RefundLimits limits) {
        this.refunds = refunds;
        this.limits = limits;
    }

    @Override
    public Map<String, String> described() {
        return Map.of(REFUND_REQUEST, "申请退款", WITHDRAWAL, "撤回退款申请（DELETE refund-request）");
    }

    @Override
    public Map<String, Set<String>> of(Collection<Order> orders) {
        var possible = new HashMap<String, Set<String>>();
        orders.stream()
                .filter(order -> !order.hasOpenRefund() && order.refundableFen() > 0 && limits.isOpenToCustomer(order))
                .forEach(order -> possible.put(order.orderNo(), Set.of(REFUND_REQUEST)));
        var undecided =
                orders.stream().filter(Order::isUnderRefund).map(Order::orderNo).toList();
        if (!undecided.isEmpty()) {
            refunds.findByOpenForIn(undecided).stream()
                    .filter(Refund::isWithdrawable)
                    .forEach(refund -> possible.put(refund.orderNo(), Set.of(WITHDRAWAL)));
        }
        return possible;
    }
}
