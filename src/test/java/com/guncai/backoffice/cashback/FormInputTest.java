package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff typed, and how far a claim is in their words. */
class FormInputTest {

    @Test
    void aTextIsKeptWithoutTheBlanksAroundIt() {
        assertThat(FormInput.text(" 金额 不符 ", "原因", 5)).isEqualTo("金额 不符");
        assertThat(FormInput.text(null, "原因", 5)).isEmpty();
    }

    @Test
    void aTextHasItsLength() {
        assertThat(refusal("一二三四五六")).isEqualTo("TEXT_TOO_LONG");
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(refusal(5)).isEqualTo("TEXT_EXPECTED");
    }

    @ParameterizedTest
    @CsvSource({"PAID, 待审核", "ACCEPTED, 待转账", "COMPLETED, 已返现", "REJECTED, 审核不通过"})
    void aClaimIsNamedInTheWordsOfTheDesks(OrderStatus status, String label) {
        assertThat(ClaimState.label(status)).isEqualTo(label);
    }

    private static String refusal(Object typed) {
        return catchThrowableOfType(ProblemException.class, () -> FormInput.text(typed, "原因", 5))
                .code();
    }
}
