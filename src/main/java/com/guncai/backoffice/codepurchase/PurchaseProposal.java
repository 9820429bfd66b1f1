package com.guncai.backoffice.codepurchase;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What to order from 淘票票: vouchers come in orders of 5,000 yuan and more, two working days later.
 *
 * @param steps how many times 5,000 yuan
 * @param quantity codes
 */
record PurchaseProposal(long steps, int quantity) {
    static final long STEP_FEN = 500_000;
    private static final int WORKING_DAYS = 2;

    /**
     * @param needed codes
     * @param unitFen what one costs
     */
    static PurchaseProposal of(long needed, long unitFen) {
        var steps = Math.max(1, ceil(needed * unitFen, STEP_FEN));
        return new PurchaseProposal(steps, Math.toIntExact(ceil(steps * STEP_FEN, unitFen)));
    }

    /** Two working days from Monday to Friday; public holidays are not known here. */
    static LocalDate arrival(LocalDate ordered) {
        var day = ordered;
        for (int working = 0; working < WORKING_DAYS; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                working++;
            }
        }
        return day;
    }

    private static long ceil(long amount, long by) {
        return (amount + by - 1) / by;
    }
}
