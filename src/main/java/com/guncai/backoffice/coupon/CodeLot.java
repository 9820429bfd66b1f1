package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;

/** Codes in stock that are valid until the same moment. */
public record CodeLot(Instant validUntil, long count) {
    /** A lot with the product whose codes it has. */
    record OfProduct(String productId, Instant validUntil, long count) {
        CodeLot lot() {
            return new CodeLot(validUntil, count);
        }
    }

    /**
     * The last day on which they may still be handed out ({@link CodeStock#usefulUntil}). A month after the 29th, 30th and
     * 31st is the end of a shorter month, so what ends with a month may go until the end of the month before.
     */
    public LocalDate lastDay() {
        var end = BusinessTime.local(validUntil).toLocalDate();
        var monthBefore = end.minusMonths(1);
        return end.getDayOfMonth() == end.lengthOfMonth()
                ? monthBefore.withDayOfMonth(monthBefore.lengthOfMonth())
                : monthBefore;
    }
}
