package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The states of an order of any service. */
public enum OrderStatus {
    AWAITING_PAYMENT("待支付"),
    PAID("待接单"),
    ACCEPTED("已接单"),
    COMPLETED("已完成"),
    REJECTED("审核不通过"),
    CANCELLED("已取消"),
    REFUNDING("退款中"),
    REFUNDED("已退款");

    private final String label;

    OrderStatus(String label) {
        this.label = label;
    }

    /** Whether the customer has paid, or claimed, and somebody has to fulfil it. */
    public boolean isOpen() {
        return open().contains(this);
    }

    static Set<OrderStatus> open() {
        return EnumSet.of(PAID, ACCEPTED);
    }

    /** @throws ProblemException {@code ORDER_STATE} */
    void requireOneOf(OrderStatus... allowed) {
        if (!List.of(allowed).contains(this)) {
            throw ProblemException.conflict(ProblemCode.ORDER_STATE, "订单当前状态（" + label + "）不支持此操作");
        }
    }

    /** What an order becomes that was in one of these states until now. @throws ProblemException {@code ORDER_STATE} */
    OrderStatus to(OrderStatus next, OrderStatus... from) {
        requireOneOf(from);
        return next;
    }

    /** That it is paid and its last refund, if any, is done with. @throws ProblemException {@code ORDER_STATE} */
    void requireRefundable() {
        requireOneOf(PAID, ACCEPTED, COMPLETED, REFUNDED);
    }

    /** As above; one that was paid after its cancellation, too. @throws ProblemException {@code ORDER_STATE} */
    void requireEndableByRefund() {
        requireOneOf(PAID, ACCEPTED, COMPLETED, REFUNDED, CANCELLED);
    }

    /** What it is once money went back. @throws ProblemException {@code ORDER_STATE} */
    OrderStatus afterRefund() {
        if (this == REFUNDING) {
            return REFUNDED;
        }
        requireRefundable();
        return this;
    }

    /** The Chinese name, fit to show. */
    public String label() {
        return label;
    }
}
