package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What customer service may decide about a refund. */
class RefundDecisionTest {

    @ParameterizedTest
    @CsvSource({"10, 1000", "' 10.00 ', 1000", "9.9, 990", "0.01, 1", "１０, 1000"})
    void anApprovalMayNameAPartInYuan(String yuan, long fen) {
        assertThat(RefundDecision.entered(true, yuan, null, " 退差价 "))
                .isEqualTo(new RefundDecision(true, fen, null, "退差价"));
    }

    @Test
    void numbersAreYuanToo() {
        assertThat(RefundDecision.entered(true, 12, null, null).refundFen()).isEqualTo(1_200);
        assertThat(RefundDecision.entered(true, 12.5, null, null).refundFen()).isEqualTo(1_250);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAnAmountWhatWasAskedForGoesBack(String amount) {
        assertThat(RefundDecision.entered(true, amount, null, ""))
                .isEqualTo(new RefundDecision(true, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itMaySayWhetherTheOrderGoesOn(boolean answer) {
        assertThat(RefundDecision.entered(true, "10", answer, null).orderContinues())
                .isEqualTo(answer);
    }

    @Test
    void whoRefusesGivesNoAmountAndEndsNoOrder() {
        assertThat(RefundDecision.entered(false, "10", false, "已送达"))
                .isEqualTo(new RefundDecision(false, null, null, "已送达"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, , ' ', DECISION_NOTE_REQUIRED",
        "true, 10.555, , AMOUNT_INVALID",
        "true, -1, , AMOUNT_INVALID",
        "true, 1e99, , AMOUNT_INVALID",
        "true, 十元, , AMOUNT_INVALID"
    })
    void whatIsNoDecisionIsRefused(boolean approved, String yuan, String note, String code) {
        assertThat(refusal(approved, yuan, null, note)).isEqualTo(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"true", ""})
    void yesOrNoHasToBeChosen(String answer) {
        assertThat(refusal(answer, null, null, "退差价")).isEqualTo("DECISION_REQUIRED");
    }

    @Test
    void whetherTheOrderGoesOnIsYesOrNo() {
        assertThat(refusal(true, "10", "maybe", null)).isEqualTo("DECISION_REQUIRED");
    }

    @Test
    void theNoteHasAtMost200Characters() {
        assertThat(RefundDecision.entered(true, null, null, "注".repeat(200)).note())
                .hasSize(200);
        assertThat(refusal(true, null, null, "注".repeat(201))).isEqualTo("TEXT_TOO_LONG");
    }

    /** A task that was open before the release: its form asks for fen, and says that the order ends. */
    @Test
    void aFormOfAnEarlierVersionMeansFenAndEndsTheOrder() {
        assertThat(RefundDecision.enteredInFen(true, " 1000 ", "退差价"))
                .isEqualTo(new RefundDecision(true, 1_000L, false, "退差价"));
        var half = catchThrowableOfType(ProblemException.class, () -> RefundDecision.enteredInFen(true, "10.5", null));
        assertThat(half.code()).isEqualTo("REFUND_FEN_INVALID");
    }

    private static String refusal(Object approved, Object yuan, Object continues, Object note) {
        return catchThrowableOfType(
                        ProblemException.class, () -> RefundDecision.entered(approved, yuan, continues, note))
                .code();
    }
}
