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

    @Test
    void anApprovalMayNameAPart() {
        assertThat(RefundDecision.entered(true, " 1000 ", " 退差价 ")).isEqualTo(new RefundDecision(true, 1_000L, "退差价"));
        assertThat(RefundDecision.entered(true, 1_000L, null)).isEqualTo(new RefundDecision(true, 1_000L, null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAnAmountEverythingGoesBack(String amount) {
        assertThat(RefundDecision.entered(true, amount, "")).isEqualTo(new RefundDecision(true, null, null));
    }

    @Test
    void whoRefusesGivesNoAmount() {
        assertThat(RefundDecision.entered(false, "1000", "已送达")).isEqualTo(new RefundDecision(false, null, "已送达"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, , ' ', DECISION_NOTE_REQUIRED",
        "true, 10.5, , REFUND_FEN_INVALID",
        "true, 十元, , REFUND_FEN_INVALID"
    })
    void whatIsNoDecisionIsRefused(boolean approved, String fen, String note, String code) {
        assertThat(refusal(approved, fen, note)).isEqualTo(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"true", ""})
    void yesOrNoHasToBeChosen(String answer) {
        assertThat(refusal(answer, null, "退差价")).isEqualTo("DECISION_REQUIRED");
    }

    @Test
    void theNoteHasAtMost200Characters() {
        assertThat(RefundDecision.entered(true, null, "注".repeat(200)).note()).hasSize(200);
        assertThat(refusal(true, null, "注".repeat(201))).isEqualTo("TEXT_TOO_LONG");
    }

    private static String refusal(Object approved, Object fen, Object note) {
        return catchThrowableOfType(ProblemException.class, () -> RefundDecision.entered(approved, fen, note))
                .code();
    }
}
