package com.guncai.backoffice.settlement;

import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What PICC owes for a month. Amounts in fen.
 *
 * @param startedBy who asked for it; {@code null} when it was due
 * @param dueFen what coupons and codes of the month come to; below zero when more was given back
 * @param carriedFen what the statement before left below zero
 * @param payableFen what PICC pays: never below zero
 * @param usedFen of the year's ceiling at the month's end
 * @param checkNote what finance wrote
 * @param no {@code 2026-003}, without gaps in a year; {@code null} until it is closed
 * @param digest SHA-256 of its CSV file; {@code null} until it is closed
 */
record Statement(
        String caseNo,
        YearMonth period,
        State state,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant madeAt,
        long dueFen,
        long carriedFen,
        long payableFen,
        long ceilingFen,
        long usedFen,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt,
        @Nullable String checkNote,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable String no,
        @Nullable String digest,
        @Nullable String workbookDigest,
        @Nullable Instant closedAt) {
    /** How it stands. */
    enum State {
        MAKING("正在生成", "wait"),
        CHECKING("待财务核对", "wait"),
        CONFIRMING("待主管确认", "wait"),
        /** Confirmed; a job writes its files. */
        CLOSING("正在关账", "wait"),
        CLOSED("已关账", "good"),
        REJECTED("已退回", "bad");

        private final String label;
        private final String look;

        State(String label, String look) {
            this.label = label;
            this.look = look;
        }

        /** The Chinese name, fit to show. */
        String label() {
            return label;
        }

        /** How its badge looks. */
        String look() {
            return look;
        }

        /** Whether its figures are there. */
        boolean isMade() {
            return this != MAKING;
        }
    }

    LocalDate firstDay() {
        return period.atDay(1);
    }

    LocalDate lastDay() {
        return period.atEndOfMonth();
    }

    /** As it is once it is closed. */
    Statement closed(String number, String csvDigest, Instant at) {
        return new Statement(
                caseNo,
                period,
                State.CLOSED,
                startedBy,
                startedAt,
                madeAt,
                dueFen,
                carriedFen,
                payableFen,
                ceilingFen,
                usedFen,
                checkedBy,
                checkedAt,
                checkNote,
                confirmedBy,
                confirmedAt,
                number,
                csvDigest,
                workbookDigest,
                at);
    }

    /** What finance wrote is not for logs. */
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
