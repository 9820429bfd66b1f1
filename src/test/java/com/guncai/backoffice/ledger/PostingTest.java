package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.testing.DemoServices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an entry is put together, and what WeChat takes. */
class PostingTest {
    private final Posting empty = Posting.of(Fact.ORDER_PAID, "O1", Instant.EPOCH, "客户付款");

    @Test
    void debitsCountUpAndCreditsDown() {
        var posting = empty.debit(Account.WECHAT, 120).credit(Account.PREPAYMENT, 120);

        assertThat(posting.lines()).containsEntry(Account.WECHAT, 120L).containsEntry(Account.PREPAYMENT, -120L);
        assertThat(posting.isBalanced()).isTrue();
        assertThat(posting.debit(Account.WECHAT, 1).isBalanced()).isFalse();
    }

    @Test
    void anAccountHasOneLineAndNoneOfZero() {
        var posting = empty.debit(Account.WECHAT, 100).debit(Account.WECHAT, 20).credit(Account.PREPAYMENT, 120);

        assertThat(posting.lines()).hasSize(2).containsEntry(Account.WECHAT, 120L);
        assertThat(posting.credit(Account.WECHAT, 120)
                        .debit(Account.PREPAYMENT, 120)
                        .isEmpty())
                .isTrue();
        assertThat(empty.debit(Account.BANK, 0).isEmpty()).isTrue();
    }

    @Test
    void anAmountBelowZeroIsRefused() {
        assertThatThrownBy(() -> empty.debit(Account.BANK, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAccountIsKnownByItsCode() {
        assertThat(Account.cost(DemoServices.FLOWER).code()).isEqualTo("COST:FLOWER");
        assertThat(Account.picc(Coupon.Kind.CASHBACK).code()).isEqualTo("PICC:CASHBACK");
        assertThat(Account.parse("COST:FLOWER")).isEqualTo(Account.cost(DemoServices.FLOWER));
        assertThat(Account.parse("WECHAT")).isEqualTo(Account.WECHAT);
        assertThatThrownBy(() -> Account.parse("GOLD")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The last two lie just below and at half a fen. */
    @ParameterizedTest
    @CsvSource({"15000, 90", "12000, 72", "1, 0", "250, 2", "83, 0", "84, 1"})
    void theFeeIsRoundedHalfUp(long fen, long fee) {
        var properties = new LedgerProperties(new BigDecimal("0.006"), Duration.ZERO, Duration.ZERO);

        assertThat(properties.feeFen(fen)).isEqualTo(fee);
    }
}
