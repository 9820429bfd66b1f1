package com.guncai.backoffice.codepurchase;

import java.time.LocalDate;
import java.util.List;

/**
 * How long a stock lasts at the pace at which it went lately. Codes go earliest expiry first, and those that come too close
 * to their expiry before their turn are lost: more stock than that does not help.
 *
 * @param lots the earliest last day first
 * @param owed to orders that wait, which come first
 * @param perDay codes a day
 */
record StockForecast(List<Lot> lots, long owed, double perDay) {
    /** Further than this nobody looks: codes are valid for three months. */
    static final int HORIZON = 365;

    /** @param lastDay on which these may still be handed out */
    record Lot(LocalDate lastDay, long count) {}

    /** Full days, from today on, on which everybody gets a code; {@link #HORIZON} when nobody asks for any. */
    int days(LocalDate today) {
        if (lots.stream().mapToLong(Lot::count).sum() <= owed) {
            return 0;
        }
        if (perDay <= 0) {
            return HORIZON;
        }
        var left = lots.stream().mapToDouble(Lot::count).toArray();
        for (int day = 0; day < HORIZON; day++) {
            var missing = day == 0 ? owed + perDay : perDay;
            for (int i = 0; i < left.length && missing > 0; i++) {
                if (!lots.get(i).lastDay().isBefore(today.plusDays(day))) {
                    var taken = Math.min(left[i], missing);
                    left[i] -= taken;
                    missing -= taken;
                }
            }
            if (missing > 1e-9) {
                return day;
            }
        }
        return HORIZON;
    }
}
