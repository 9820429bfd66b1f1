package com.guncai.backoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.settlement.SettlementProperties.AccountHolder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month is settled on the first day on which people work. */
class FirstWorkingDayTest {
    @ParameterizedTest
    @CsvSource({"2026-12, 2026-12-01", "2026-11, 2026-11-02", "2027-01, 2027-01-04", "2027-05, 2027-05-03"})
    void neitherWeekendsNorDaysOff(YearMonth month, LocalDate day) {
        var properties = new SettlementProperties(
                1, AccountHolder.COMPANY, Duration.ofMinutes(10), Set.of(LocalDate.parse("2027-01-01")));
        var opening = new SettlementOpening(null, null, null, properties, Clock.systemUTC());

        assertThat(opening.firstWorkingDay(month)).isEqualTo(day);
    }
}
