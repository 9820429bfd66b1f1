package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;

/** Codes in stock that are valid until the same moment. */
public record CodeLot(Instant validUntil, long count) {
    /** On which they may still be handed out: a month of the calendar before their end ({@link CodeStock#usefulUntil}). */
    public LocalDate lastDay() {
        return BusinessTime.local(validUntil).toLocalDate().minusMonths(1);
    }
}
