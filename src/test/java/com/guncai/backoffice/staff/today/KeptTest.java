package com.guncai.backoffice.staff.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often the database is asked while many look at the board. */
class KeptTest {
    final AtomicLong nanos = new AtomicLong();
    final AtomicInteger asked = new AtomicInteger();

    @Test
    void theFiguresOfAUsualDayAreThoseOfTheMoment() {
        var kept = counting(Kept.FEW - 1);

        assertThat(kept.get()).isEqualTo(1);
        assertThat(kept.get()).isEqualTo(2);
    }

    @Test
    void manyRowsAreKeptForAWhile() {
        var kept = counting(10_000);

        assertThat(kept.get()).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos() - 1);
        assertThat(kept.get()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(kept.get()).isEqualTo(2);
    }

    @Test
    void nothingIsOlderThanAPageThatAsksAgain() {
        var kept = counting(100_000_000);

        assertThat(kept.get()).isEqualTo(1);
        nanos.addAndGet(Kept.LONGEST.toNanos());
        assertThat(kept.get()).isEqualTo(2);
    }

    private Kept<Integer> counting(long rows) {
        return new Kept<>(asked::incrementAndGet, answer -> rows, nanos::get);
    }
}
