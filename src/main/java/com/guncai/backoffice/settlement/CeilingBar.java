package com.guncai.backoffice.settlement;

import com.guncai.backoffice.shared.Money;

/**
 * The ceiling as a bar of a thousand units.
 *
 * @param usedWidth of it, what is used
 * @param forecastWidth what will be by the year's end; both end with the bar
 * @param look as of a badge: good, wait from 80 %, bad from 95 %
 */
record CeilingBar(
        int year,
        String ceiling,
        String used,
        String left,
        String forecast,
        long percent,
        long forecastPercent,
        long usedWidth,
        long forecastWidth,
        String look) {
    private static final int WIDTH = 1000;

    static CeilingBar of(Ceiling.Use use) {
        var percent = use.usedPercent();
        return new CeilingBar(
                use.year(),
                Money.yuan(use.ceilingFen()),
                Money.signedYuan(use.usedFen()),
                Money.signedYuan(use.ceilingFen() - use.usedFen()),
                Money.signedYuan(use.forecastFen()),
                percent,
                use.forecastFen() * 100 / use.ceilingFen(),
                width(use.usedFen(), use.ceilingFen()),
                width(use.forecastFen(), use.ceilingFen()),
                percent >= Ceiling.ALARMS.get(1) ? "bad" : percent >= Ceiling.ALARMS.get(0) ? "wait" : "good");
    }

    private static long width(long fen, long ceilingFen) {
        return Math.max(0, Math.min(WIDTH, fen * WIDTH / ceilingFen));
    }
}
