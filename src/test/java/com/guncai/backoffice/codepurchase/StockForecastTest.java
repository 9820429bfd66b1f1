package com.guncai.backoffice.codepurchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.codepurchase.StockForecast.Lot;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a stock lasts. */
class StockForecastTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void aStockLastsAsLongAsItsCodesReach() {
        assertThat(new StockForecast(List.of(lot(90, 100)), 0, 10).days(TODAY)).isEqualTo(10);
        assertThat(new StockForecast(List.of(lot(90, 105)), 0, 10).days(TODAY)).isEqualTo(10);
    }

    @Test
    void nothingInStockIsNoDay() {
        assertThat(new StockForecast(List.of(), 0, 0).days(TODAY)).isZero();
    }

    @Test
    void whatOrdersWaitForGoesFirst() {
        assertThat(new StockForecast(List.of(lot(90, 30)), 30, 0).days(TODAY)).isZero();
        assertThat(new StockForecast(List.of(lot(90, 50)), 30, 10).days(TODAY)).isEqualTo(2);
    }

    @Test
    void codesThatExpireBeforeTheirTurnAreNoHelp() {
        var soon = new StockForecast(List.of(lot(2, 1000)), 0, 10);

        assertThat(soon.days(TODAY)).as("today and two days more").isEqualTo(3);
        assertThat(new StockForecast(List.of(lot(2, 1000), lot(60, 50)), 0, 10).days(TODAY))
                .isEqualTo(8);
    }

    @Test
    void whileNobodyAsksItLastsForLong() {
        assertThat(new StockForecast(List.of(lot(60, 1)), 0, 0).days(TODAY)).isEqualTo(StockForecast.HORIZON);
    }

    @Test
    void nobodyLooksFurtherThanAYear() {
        assertThat(new StockForecast(List.of(lot(500, 100_000)), 0, 1).days(TODAY))
                .isEqualTo(StockForecast.HORIZON);
        assertThat(new StockForecast(List.of(lot(500, 365)), 0, 1).days(TODAY)).isEqualTo(StockForecast.HORIZON);
        assertThat(new StockForecast(List.of(lot(500, 364)), 0, 1).days(TODAY)).isEqualTo(364);
    }

    @Test
    void onTheirLastDayCodesAreStillHandedOut() {
        assertThat(new StockForecast(List.of(lot(0, 10), lot(1, 10)), 0, 10).days(TODAY))
                .isEqualTo(2);
    }

    @Test
    void halfACodeADayIsACodeEveryOtherDay() {
        assertThat(new StockForecast(List.of(lot(90, 5)), 0, 0.5).days(TODAY)).isEqualTo(10);
    }

    private static Lot lot(int days, long count) {
        return new Lot(TODAY.plusDays(days), count);
    }
}
