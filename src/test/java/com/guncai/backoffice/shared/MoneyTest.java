package com.guncai.backoffice.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fen for programs, yuan for people. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource({"9900, ¥99.00, 99", "2990, ¥29.90, 29.90", "1, ¥0.01, 0.01", "0, ¥0.00, 0", "100, ¥1.00, 1"})
    void amountsAreWrittenForPeople(long fen, String alone, String withinASentence) {
        assertThat(Money.yuan(fen)).isEqualTo(alone);
        assertThat(Money.plainYuan(fen)).isEqualTo(withinASentence);
    }

    @ParameterizedTest
    @CsvSource({"9900, ¥99.00", "0, ¥0.00", "-1, −¥0.01", "-123456, −¥1234.56"})
    void whatIsBelowZeroHasItsSignInFront(long fen, String signed) {
        assertThat(Money.signedYuan(fen)).isEqualTo(signed);
    }

    @ParameterizedTest
    @CsvSource({"99, 9900", "29.9, 2990", "29.90, 2990", "0, 0", "１２.５, 1250", "' 8 ', 800", "1000000, 100000000"})
    void whatAClerkTypedBecomesFen(String yuan, long fen) {
        assertThat(Money.fenOfYuan(yuan)).isEqualTo(fen);
        assertThat(Money.fenOfYuanIfAny(yuan)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e2", "1e-10000000", "1E+99999999", "-0.01", "1000000.01", "1.005", "¥5", "五", "1,000", "NaN"})
    void whatIsNoAmountIsRefused(String yuan) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> Money.fenOfYuan(yuan))
                        .code())
                .isEqualTo("AMOUNT_INVALID");
    }

    /** As a number's text alone would hold a thread for half a minute. */
    @Test
    void whatIsEndlessIsRefusedAtOnce() {
        var million = "9".repeat(1_000_000);
        var started = System.nanoTime();

        for (var typed :
                List.of("1e-10000000", "0e-999999999", "1e999999999", million, "0." + million, "１" + million)) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Money.fenOfYuan(typed));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void anEmptyFieldIsNoAmount(String yuan) {
        assertThat(Money.fenOfYuanIfAny(yuan)).isNull();
    }

    @Test
    void numbersAreTakenAsTexts() {
        assertThat(Money.fenOfYuan(49.8)).isEqualTo(4_980);
        assertThat(Money.fenOfYuanIfAny(50)).isEqualTo(5_000);
    }
}
