package com.guncai.backoffice.cashback;

import com.guncai.backoffice.order.OrderStatus;

/** How far a claim has come, in the words of the desks. */
final class ClaimState {
    private ClaimState() {}

    static String label(OrderStatus status) {
        return switch (status) {
            case PAID -> "待审核";
            case ACCEPTED -> "待转账";
            case COMPLETED -> "已返现";
            default -> status.label();
        };
    }
}
