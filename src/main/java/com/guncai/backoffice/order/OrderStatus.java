package com.guncai.backoffice.order;

import java.util.EnumSet;
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

    /** The Chinese name, fit to show. */
    public String label() {
        return label;
    }
}
