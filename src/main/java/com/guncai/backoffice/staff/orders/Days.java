package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;

/** Days that somebody asks for, Asia/Shanghai. One that no database knows counts as the nearest it knows. */
final class Days {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    private Days() {}

    static Instant start(LocalDate day) {
        return BusinessTime.startOf(known(day));
    }

    /** When the day is over. */
    static Instant end(LocalDate day) {
        return BusinessTime.startOf(known(day).plusDays(1));
    }

    private static LocalDate known(LocalDate day) {
        return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    }
}
