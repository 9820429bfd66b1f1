package com.guncai.backoffice.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when codes may be handed out: as {@link CodeStock#usefulUntil} decides it, whatever the lengths of the months. */
class CodeLotTest {
    @ParameterizedTest
    @CsvSource({
        "2027-01-15, 2026-12-15",
        "2027-02-28, 2027-01-31",
        "2027-02-27, 2027-01-27",
        "2028-02-28, 2028-01-28",
        "2028-02-29, 2028-01-31",
        "2027-03-28, 2027-02-28",
        "2027-03-30, 2027-02-28",
        "2027-03-31, 2027-02-28",
        "2027-04-30, 2027-03-31",
        "2027-05-31, 2027-04-30",
        "2027-01-31, 2026-12-31"
    })
    void theLastDayIsThatOfTheMonthBefore(LocalDate end, LocalDate lastDay) {
        assertThat(lot(end).lastDay()).isEqualTo(lastDay);
    }

    @Test
    void onTheLastDayTheCodesAreUsefulAndOnTheNextNoMore() {
        for (var end = LocalDate.of(2027, 1, 1); end.getYear() < 2029; end = end.plusDays(1)) {
            var lot = lot(end);
            var lastMoment = BusinessTime.lastSecondOf(lot.lastDay());
            assertThat(CodeStock.usefulUntil(lastMoment)).as("%s", end).isBeforeOrEqualTo(lot.validUntil());
            assertThat(CodeStock.usefulUntil(lastMoment.plusSeconds(1)))
                    .as("%s", end)
                    .isAfter(lot.validUntil());
        }
    }

    private static CodeLot lot(LocalDate end) {
        return new CodeLot(BusinessTime.lastSecondOf(end), 1);
    }
}
