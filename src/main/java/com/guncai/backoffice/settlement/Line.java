package com.guncai.backoffice.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger as a statement shows it.
 *
 * @param place in the statement
 * @param no of the entry: {@code 2026-0000123}
 * @param reason why it is in this month and not in an earlier one; {@code null} when it belongs here
 */
record Line(
        Figure.Key key,
        long place,
        String no,
        Instant at,
        Instant occurredAt,
        String text,
        @Nullable String orderNo,
        @Nullable String externalNo,
        long amountFen,
        @Nullable String reason) {}
