package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger and the other side are not the same. Amounts are what the account gained, in fen.
 *
 * @param subject the number that it is about; of an entry without one, {@code entry/} and its id
 * @param at when it happened
 * @param oursFen what the ledger has; {@code null} when it has nothing
 * @param theirsFen what the other side has; {@code null} when it has nothing
 * @param feeFen by how much their fee is more than ours, as the account gains it
 * @param note what finance wrote
 */
record Difference(
        String differenceNo,
        String caseNo,
        BillSource source,
        DifferenceKind kind,
        String subject,
        @Nullable String orderNo,
        Instant at,
        @Nullable Long oursFen,
        @Nullable Long theirsFen,
        long feeFen,
        State state,
        @Nullable Resolution resolution,
        @Nullable String note,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String confirmedBy) {
    static final String ENTRY = "entry/";

    /** How it stands. */
    enum State {
        OPEN("待处理"),
        /** Somebody proposed how to resolve it; a manager has to agree. */
        PROPOSED("待主管确认"),
        RESOLVED("已处理");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The Chinese name, fit to show. */
        String label() {
            return label;
        }
    }

    /** What finance did about it. */
    enum Resolution {
        BOOK("按对方入账"),
        KEEP("以我方为准，不入账"),
        ARRIVED("对方后来有了");

        private final String label;

        Resolution(String label) {
            this.label = label;
        }

        /** The Chinese name, fit to show. */
        String label() {
            return label;
        }
    }

    /** By how much the account has to move to be as they say. */
    long missingFen() {
        return (theirsFen == null ? 0 : theirsFen) - (oursFen == null ? 0 : oursFen);
    }

    /** What is at stake. */
    long stakeFen() {
        return Math.max(Math.abs(missingFen()), Math.abs(feeFen));
    }

    /** The number as the other side has it; {@code null} when there is none. */
    @Nullable
    String externalNo() {
        return subject.startsWith(ENTRY) ? null : subject;
    }

    /** What finance wrote is not for logs. */
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
