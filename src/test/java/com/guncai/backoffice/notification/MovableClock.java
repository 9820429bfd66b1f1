package com.guncai.backoffice.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Stands still until told, and never goes back. */
class MovableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-24T02:00:00Z");

    /** Goes on to this time of the next day in Shanghai. */
    void tomorrow(LocalTime time) {
        now = today().plusDays(1).atTime(time).atZone(getZone()).toInstant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, getZone());
    }

    void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone only");
    }
}
