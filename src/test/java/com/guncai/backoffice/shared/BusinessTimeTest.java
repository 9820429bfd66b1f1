package com.guncai.backoffice.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** In Nanning it is eight hours later than in Greenwich. */
class BusinessTimeTest {
    private static final Instant EVENING = Instant.parse("2026-11-24T17:30:00.123456789Z");
    private static final Clock CLOCK = Clock.fixed(EVENING, ZoneOffset.UTC);

    @Test
    void theBusinessRunsOnChinasClock() {
        assertThat(new BusinessTime().clock().getZone()).isEqualTo(BusinessTime.ZONE);
        assertThat(BusinessTime.today(CLOCK)).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(BusinessTime.offset(EVENING)).hasToString("2026-11-25T01:30:00.123456789+08:00");
    }

    @Test
    void thePresentIsWhatTheDatabaseKeeps() {
        assertThat(BusinessTime.now(CLOCK)).isEqualTo(Instant.parse("2026-11-24T17:30:00.123456Z"));
    }

    @Test
    void aLastDayCountsUntilItsLastSecond() {
        assertThat(BusinessTime.lastSecondOf(LocalDate.of(2026, 11, 24)))
                .isEqualTo(Instant.parse("2026-11-24T15:59:59Z"));
    }

    @Test
    void peopleReadMonthDayAndWeekday() {
        assertThat(BusinessTime.text(EVENING)).isEqualTo("11月25日 01:30");
        assertThat(BusinessTime.dayText(EVENING)).isEqualTo("11月25日（周三）");
    }

    @Test
    void aCaseNumberIsTheTimeAndEightDigits() {
        var numbers = new CaseNumbers(CLOCK);

        assertThat(numbers.next()).matches("20261125013000\\d{8}").isNotEqualTo(numbers.next());
    }
}
