package com.guncai.backoffice.refund;

/** Who asked for a refund. */
enum RefundOrigin {
    CUSTOMER("用户申请"),
    /** The order cannot be fulfilled. Its own process waits for the decision. */
    STAFF("内勤无法履约"),
    /** The money came after the order was cancelled: nobody has to ask. */
    LATE_PAYMENT("取消后到账");

    private final String label;

    RefundOrigin(String label) {
        this.label = label;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }
}
