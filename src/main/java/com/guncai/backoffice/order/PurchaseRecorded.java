package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Staff bought what an order needs, announced by its service in the transaction that recorded it.
 *
 * @param account of which the company paid
 * @param costFen what it paid; 0 only for a correction whose amount nobody entered
 * @param externalNo the seller's number; {@code null} when nobody entered one
 */
public record PurchaseRecorded(
        String orderNo,
        ServiceCode service,
        CompanyAccount account,
        long costFen,
        @Nullable String externalNo,
        Instant at,
        Kind kind) {

    /** What it is to the purchases that were recorded for the order before. */
    public enum Kind {
        FIRST,
        /** It takes the place of the last one, which was a slip. */
        CORRECTION,
        /** It comes besides the earlier ones: the order is fulfilled anew. */
        AGAIN
    }
}
