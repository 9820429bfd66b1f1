package com.guncai.backoffice.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is posted. It never changes; its number comes when its day is closed.
 *
 * @param no {@code 2026-0000123}, without gaps in a year; {@code null} while its day is open
 * @param at when it was posted
 * @param occurredAt when it happened
 * @param reverses the id of the entry that it takes back
 */
public record LedgerEntry(
        long id,
        @Nullable String no,
        Fact fact,
        String reference,
        Instant at,
        Instant occurredAt,
        @Nullable String service,
        @Nullable String orderNo,
        @Nullable String externalNo,
        @Nullable Long couponId,
        String text,
        @Nullable Long reverses,
        List<Line> lines) {

    /** What an account gained, in fen; below zero what it gave. */
    public record Line(Account account, long amountFen) {}

    LedgerEntry with(List<Line> lines) {
        return new LedgerEntry(
                id, no, fact, reference, at, occurredAt, service, orderNo, externalNo, couponId, text, reverses, lines);
    }

    /** What an account gained by it, in fen. */
    public long amountFen(Account account) {
        return lines.stream()
                .filter(line -> line.account().equals(account))
                .mapToLong(Line::amountFen)
                .sum();
    }
}
