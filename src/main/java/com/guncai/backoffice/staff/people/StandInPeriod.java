package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From the beginning of the first day to the end of the last, in Asia/Shanghai. */
record StandInPeriod(@Nullable LocalDate from, @Nullable LocalDate until) {
    private static final int LONGEST_DAYS = 366;

    /** @throws ProblemException {@code REQUEST_INVALID} */
    void check(LocalDate today) {
        if (from == null || until == null) {
            throw invalid("请填写代班从哪天到哪天");
        }
        if (from.isBefore(today)) {
            throw invalid("代班不能从过去的日子开始");
        }
        if (until.isBefore(from)) {
            throw invalid("最后一天不能早于第一天");
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(until)) {
            throw invalid("代班最长一年，更久请直接加入岗位");
        }
    }

    Instant start() {
        return BusinessTime.startOf(first());
    }

    Instant end() {
        return BusinessTime.startOf(last().plusDays(1));
    }

    boolean overlaps(StandIns.StandIn other) {
        return start().isBefore(other.until()) && other.from().isBefore(end());
    }

    String text() {
        return first() + " 至 " + last();
    }

    private LocalDate first() {
        if (from == null) {
            throw invalid("请填写代班从哪天到哪天");
        }
        return from;
    }

    private LocalDate last() {
        if (until == null) {
            throw invalid("请填写代班从哪天到哪天");
        }
        return until;
    }

    private static ProblemException invalid(String why) {
        return ProblemException.invalid(ProblemCode.REQUEST_INVALID, why);
    }
}
