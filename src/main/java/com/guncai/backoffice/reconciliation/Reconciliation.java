package com.guncai.backoffice.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of some days, compared with the ledger once.
 *
 * @param day of a bill; {@code null} for a statement that was handed in
 * @param firstDay that it tells of
 * @param lines how many were compared
 * @param startedBy who handed it in; {@code null} for bills
 */
record Reconciliation(
        String caseNo,
        BillSource source,
        @Nullable LocalDate day,
        LocalDate firstDay,
        LocalDate lastDay,
        State state,
        long lines,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant comparedAt) {
    /** How it stands. */
    enum State {
        WAITING,
        CLEAN,
        OPEN,
        RESOLVED
    }

    /** For people: {@code 微信支付 2026-11-29}. */
    String title() {
        return source.label() + " " + (firstDay.equals(lastDay) ? firstDay : firstDay + " 至 " + lastDay);
    }
}
