package com.guncai.backoffice.refund;

/** Who asked for a refund. */
enum RefundOrigin {
    CUSTOMER("用户申请"),
    /** The order cannot be fulfilled. Its own process waits for the decision. */
    STAFF("内勤无法履约"),
    /** The money came after the order was cancelled: nobody has to ask. */
    LATE_PAYMENT("取消后到账"),
    /** Staff began it at a paid order, out of any process. */
    BACK_OFFICE("员工发起"),
    /** Customer service agreed on it in an after-sale, whose process waits for the outcome. */
    AFTER_SALES("售后商定");

    private final String label;

    RefundOrigin(String label) {
        this.label = label;
    }

    /** What a clerk wrote is for customer service; the customer reads it in other words. */
    String reasonForCustomer(String reason) {
        return switch (this) {
            case STAFF -> "暂时无法为您办理，由客服与您联系";
            case BACK_OFFICE, AFTER_SALES -> "由客服为您发起，将与您联系";
            case CUSTOMER, LATE_PAYMENT -> reason;
        };
    }

    /** Whether the order's process waits for the decision by itself. */
    boolean isAwaitedByOrder() {
        return this == STAFF;
    }

    /** Whether the customer need not bear what the order cost besides money. */
    boolean isOurFault() {
        return this != CUSTOMER;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }
}
