package com.guncai.backoffice.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mobile numbers, and the numbers that clerks copy from bills. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000, true",
        "19912345678, true",
        "12800138000, false",
        "1380013800, false",
        "138001380000, false",
        "1380013800O, false"
    })
    void aMobileNumberHasElevenDigits(String number, boolean valid) {
        assertThat(MobileNumber.isValid(number)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"13800138000, 138****8000", "12345678, 123****5678", "1234567, ****", "'', ****"})
    void aMobileNumberIsShownMasked(String number, String masked) {
        assertThat(MobileNumber.masked(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", " A\u200b1 ", "Ａ１"})
    void aReferenceIsAlwaysWrittenTheSameWay(String typed) {
        assertThat(entered(typed)).isEqualTo("A1");
    }

    @Test
    void nothingEnteredIsEmpty() {
        assertThat(entered(null)).isEmpty();
        assertThat(entered(" ")).isEmpty();
    }

    @Test
    void aReferenceHasAtMost64Characters() {
        assertThat(entered("9".repeat(64))).hasSize(64);
        assertThat(refusal("9".repeat(65))).isEqualTo("TEXT_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "单号1", "=A1"})
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(refusal(typed)).isEqualTo("PURCHASE_NO_INVALID");
    }

    @Test
    void aFloatingNumberHasLostItsLastDigits() {
        assertThat(refusal(1e18)).isEqualTo("PURCHASE_NO_INVALID");
        assertThat(refusal(1e18f)).isEqualTo("PURCHASE_NO_INVALID");
        assertThat(entered(1_000_000_000_000_000_000L)).isEqualTo("1000000000000000000");
    }

    private static String entered(Object typed) {
        return ReferenceNumber.entered(typed, "单号", ProblemCode.PURCHASE_NO_INVALID);
    }

    private static String refusal(Object typed) {
        return catchThrowableOfType(ProblemException.class, () -> entered(typed))
                .code();
    }
}
