package com.guncai.backoffice.order;

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

    /** The Chinese name, fit to show. */
    public String label() {
        return label;
    }
}
