package com.guncai.backoffice.staff.today;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what looking costs. What was found is kept the longer the more was counted for it, up to {@link #LONGEST}; the figures
 * of a usual day are not kept at all, and are those of the moment.
 */
final class Kept<T> {
    /** So many counted rows cost next to nothing. */
    static final long FEW = 2_000;

    static final Duration LONGEST = Duration.ofSeconds(15);
    private static final long ROWS_A_MILLISECOND = 5;

    private final Supplier<T> asking;
    private final ToLongFunction<T> counted;
    private final LongSupplier nanos;
    private @Nullable Answer<T> last;

    /**
     * @param counted how many rows were read for an answer
     * @param nanos a clock of the machine: {@link System#nanoTime}
     */
    Kept(Supplier<T> asking, ToLongFunction<T> counted, LongSupplier nanos) {
        this.asking = asking;
        this.counted = counted;
        this.nanos = nanos;
    }

    /** Of several who look at once, one asks and the others wait for it. */
    synchronized T get() {
        var known = last;
        if (known != null && nanos.getAsLong() - known.until() < 0) {
            return known.value();
        }
        var value = asking.get();
        var rows = counted.applyAsLong(value);
        var kept = Duration.ofMillis(rows / ROWS_A_MILLISECOND);
        last = rows < FEW ? null : new Answer<>(value, nanos.getAsLong() + Math.min(kept.toNanos(), LONGEST.toNanos()));
        return value;
    }

    private record Answer<T>(T value, long until) {}
}
