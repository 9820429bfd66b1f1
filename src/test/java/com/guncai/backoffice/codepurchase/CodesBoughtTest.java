package com.guncai.backoffice.codepurchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clerk says to have ordered. */
class CodesBoughtTest {

    @Test
    void whatIsTypedIsKept() {
        assertThat(CodesBought.entered(" 170 ", "5100", " TB 1 ", 167))
                .isEqualTo(new CodesBought(170, 510_000L, "TB1"));
        assertThat(CodesBought.entered(999_999, null, null, 167).quantity()).isEqualTo(999_999);
    }

    @Test
    void whoSaysNothingOrderedWhatWasProposed() {
        assertThat(CodesBought.entered(null, null, null, 167)).isEqualTo(new CodesBought(167, null, null));
        assertThat(CodesBought.entered(" ", " ", " ", 167)).isEqualTo(new CodesBought(167, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1000000", "两百"})
    void whatIsNoQuantityIsRefused(String typed) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> CodesBought.entered(typed, null, null, 167))
                        .code())
                .isEqualTo("QUANTITY_INVALID");
    }
}
