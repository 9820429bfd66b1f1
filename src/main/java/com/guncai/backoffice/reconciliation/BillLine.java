package com.guncai.backoffice.reconciliation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill or a statement.
 *
 * @param externalNo by which it is known
 * @param otherNos by which staff may have recorded it too
 * @param orderNo what the provider says it was for: the merchant's own number
 * @param amountFen what the account gained; below zero what it gave
 * @param feeFen what it gained by fees; below zero what it paid
 */
record BillLine(
        Kind kind,
        String externalNo,
        List<String> otherNos,
        Instant at,
        @Nullable String orderNo,
        long amountFen,
        long feeFen) {
    /** What a line is about. */
    enum Kind {
        PAYMENT,
        REFUND,
        /** Money that moved on an account. */
        FLOW
    }

    static BillLine flow(String externalNo, List<String> otherNos, Instant at, @Nullable String orderNo, long fen) {
        return new BillLine(Kind.FLOW, externalNo, otherNos, at, orderNo, fen, 0);
    }
}
