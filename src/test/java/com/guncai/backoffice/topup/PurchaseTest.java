package com.guncai.backoffice.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clerk types after topping up. */
class PurchaseTest {
    private static final String NUMBER = "2026112422001412341400000001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                NUMBER,
                "  2026112422001412341400000001\n",
                "20261124 22001412 34140000 0001",
                "２０２６１１２４２２００１４１２３４１４００００００\u200b０１",
                "\u00a02026112422001412341400000001\ufeff"
            })
    void theSameNumberIsAlwaysWrittenTheSameWay(String typed) {
        assertThat(Purchase.entered(typed, null).transactionNo()).isEqualTo(NUMBER);
    }

    @Test
    void anIntegralNumberIsTakenAsItIs() {
        assertThat(Purchase.entered(20261124L, null).transactionNo()).isEqualTo("20261124");
    }

    @Test
    void aFloatingNumberHasLostItsLastDigitsAlready() {
        assertThatThrownBy(() -> Purchase.entered(2026112422001412341400000001d, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("须按文字填写");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u200b"})
    void theNumberIsRequired(String typed) {
        assertThatThrownBy(() -> Purchase.entered(typed, 49.8)).hasMessage("请填写充值流水号");
    }

    @Test
    void theNumberHasAtMost64Characters() {
        assertThat(Purchase.entered("9".repeat(64), null).transactionNo()).hasSize(64);
        assertThatThrownBy(() -> Purchase.entered("9".repeat(65), null)).hasMessageContaining("最多 64 位");
    }

    @ParameterizedTest
    @ValueSource(strings = {"同上", "没有", "订单2026"})
    void wordsAreNoNumber(String typed) {
        assertThatThrownBy(() -> Purchase.entered(typed, null)).hasMessageContaining("只能是数字和字母");
    }

    @Test
    void theCostMayBeLeftOut() {
        assertThat(Purchase.entered(NUMBER, null).costFen()).isNull();
        assertThat(Purchase.entered(NUMBER, " ").costFen()).isNull();
    }

    @Test
    void theCostBecomesFen() {
        assertThat(Purchase.entered(NUMBER, 49.8).costFen()).isEqualTo(4980);
        assertThat(Purchase.entered(NUMBER, "100").costFen()).isEqualTo(10_000);
    }

    @Test
    void aCostThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Purchase.entered(NUMBER, -1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Purchase.entered(NUMBER, "四十九")).isInstanceOf(ProblemException.class);
    }
}
