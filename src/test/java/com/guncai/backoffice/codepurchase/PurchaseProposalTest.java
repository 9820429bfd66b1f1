package com.guncai.backoffice.codepurchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of 5,000 yuan, two working days. */
class PurchaseProposalTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 167", "167, 2, 334", "166, 1, 167", "400, 3, 500"})
    void codesAreBoughtInStepsOfFiveThousandYuan(long needed, long steps, int quantity) {
        assertThat(PurchaseProposal.of(needed, 3000)).isEqualTo(new PurchaseProposal(steps, quantity));
    }

    @Test
    void anOrderIsNeverBelowTheSmallest() {
        assertThat(PurchaseProposal.of(1, 3000).quantity() * 3000L).isGreaterThanOrEqualTo(PurchaseProposal.STEP_FEN);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-11-25", "2026-11-26, 2026-11-30", "2026-11-27, 2026-12-01", "2026-11-28, 2026-12-01"})
    void theyArriveTwoWorkingDaysLater(LocalDate ordered, LocalDate arrival) {
        assertThat(PurchaseProposal.arrival(ordered)).isEqualTo(arrival);
    }
}
