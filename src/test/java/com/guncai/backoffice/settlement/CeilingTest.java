package com.guncai.backoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much will be used by the year's end, and how the bar shows it. */
class CeilingTest {
    @ParameterizedTest
    @CsvSource({
        "36500, 2026-01-01, 2026-12-31, 36500",
        "10000, 2026-01-01, 2026-01-10, 365000",
        "10000, 2026-11-22, 2026-12-01, 40000",
        "0, 2026-01-01, 2026-06-30, 0",
        "100, 2026-12-01, 2026-12-01, 3100"
    })
    void everyDayLeftIsAsTheDaysBeforeWere(long used, LocalDate since, LocalDate today, long forecast) {
        assertThat(Ceiling.forecast(used, since, today)).isEqualTo(forecast);
    }

    @Test
    void theBarEndsWhereTheCeilingIs() {
        var bar = CeilingBar.of(new Ceiling.Use(2026, 420_000_000, 399_000_000, 500_000_000));

        assertThat(bar.usedWidth()).isEqualTo(950);
        assertThat(bar.forecastWidth()).isEqualTo(1000);
        assertThat(bar.percent()).isEqualTo(95);
        assertThat(bar.look()).isEqualTo("bad");
        assertThat(bar.left()).isEqualTo("¥210000.00");
        assertThat(CeilingBar.of(new Ceiling.Use(2026, 420_000_000, 335_999_999, 0))
                        .look())
                .isEqualTo("good");
        assertThat(CeilingBar.of(new Ceiling.Use(2026, 420_000_000, 336_000_000, 0))
                        .look())
                .isEqualTo("wait");
        assertThat(CeilingBar.of(new Ceiling.Use(2026, 420_000_000, -1, -1)).usedWidth())
                .isZero();
    }
}
