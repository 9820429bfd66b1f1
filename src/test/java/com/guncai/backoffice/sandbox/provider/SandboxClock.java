package com.guncai.backoffice.sandbox.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The machine's clock, moved forward by what a tester advanced it. It never goes back: timers that fired, tokens that
 * expired and rows that were written would then lie in the future.
 */
public final class SandboxClock extends Clock {
    /** Where the business is; the platforms state their times with this zone's offset. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Duration> offset;
    private final ZoneId zone;

    public SandboxClock() {
        this(new AtomicReference<>(Duration.ZERO), ZONE);
    }

    private SandboxClock(AtomicReference<Duration> offset, ZoneId zone) {
        this.offset = offset;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException if the step is negative */
    public void advance(Duration step) {
        if (step.isNegative()) throw new IllegalArgumentException("The sandbox clock only moves forward");
        offset.accumulateAndGet(step, Duration::plus);
    }

    public Duration offset() {
        return offset.get();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SandboxClock(offset, other);
    }

    /** Whole seconds with offset, as the platforms write a time: {@code 2026-11-24T10:00:00+08:00}. */
    public static String rfc3339(Instant instant) {
        return OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZONE)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
