package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.shared.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks from within a turn is the one too many. */
@Timeout(20)
class PictureBulkheadTest {

    @Test
    void whoWaitsInVainIsToldToComeAgain() {
        var turns = new PictureBulkhead(1, 1, Duration.ofMillis(20));

        var refusal = turns.take(() -> catchThrowableOfType(ProblemException.class, () -> turns.take(() -> "drawn")));

        assertThat(refusal.code()).isEqualTo("RECEIPTS_BUSY");
        assertThat(refusal.status().value()).isEqualTo(503);
        assertThat(turns.take(() -> "drawn")).isEqualTo("drawn");
    }

    @Test
    void aLongLineIsNotWaitedIn() {
        var turns = new PictureBulkhead(1, 0, Duration.ofDays(1));

        var refusal = turns.take(() -> catchThrowableOfType(ProblemException.class, () -> turns.take(() -> "drawn")));

        assertThat(refusal.code()).isEqualTo("RECEIPTS_BUSY");
    }

    @Test
    void severalAreDrawnAtOnceAndAFailureEndsATurnAsWell() {
        var turns = new PictureBulkhead(2, 0, Duration.ofDays(1));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(() -> turns.take(() -> {
                        throw new IllegalStateException("damaged");
                    })))
                    .hasMessage("damaged");
        }
    }

    @Test
    void whoIsInterruptedGoesAway() {
        var turns = new PictureBulkhead(1, 1, Duration.ofDays(1));

        var refusal = turns.take(() -> {
            Thread.currentThread().interrupt();
            return catchThrowableOfType(ProblemException.class, () -> turns.take(() -> "drawn"));
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refusal.code()).isEqualTo("RECEIPTS_BUSY");
    }

    @Test
    void halfOfTheMemoryIsForPictures() {
        assertThat(PictureBulkhead.atOnce(512L << 20)).isEqualTo(1);
        assertThat(PictureBulkhead.atOnce(1599L << 20)).isEqualTo(1);
        assertThat(PictureBulkhead.atOnce(1600L << 20)).isEqualTo(2);
        assertThat(PictureBulkhead.atOnce(64L << 30)).isEqualTo(2);
    }
}
