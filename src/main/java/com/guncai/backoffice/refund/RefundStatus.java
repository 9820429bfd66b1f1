package com.guncai.backoffice.refund;

/** The states of a refund, by the names that the API shows. */
enum RefundStatus {
    /** Asked for; nobody decided yet. */
    REQUESTED,
    REJECTED,
    /** Decided; WeChat Pay is asked, or the money is on its way. */
    APPROVED,
    /** WeChat Pay cannot; finance transfers it. */
    BY_HAND,
    /** The money arrived, or finance transferred it. */
    REFUNDED;

    /** Whether somebody, or WeChat Pay, has to do something yet. */
    boolean isOpen() {
        return this == REQUESTED || this == APPROVED || this == BY_HAND;
    }
}
