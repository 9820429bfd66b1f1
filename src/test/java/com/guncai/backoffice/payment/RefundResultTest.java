package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the refund that was agreed. */
class RefundResultTest {
    private static final RefundInstruction AGREED = new RefundInstruction("R1", "O1", 5_000, 15_000);

    @Test
    void whatIsAsAgreedPasses() {
        assertThat(mismatch(report("M1", "R1", "O1", "T1", "W1", "CNY", 5_000L, 15_000L)))
                .isNull();
        assertThat(mismatch(report(null, "R1", "O1", "T1", "W1", null, 5_000L, 15_000L)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "M2, R1, O1, T1, W1, CNY, 5000, 15000, MERCHANT",
        "M1, R2, O1, T1, W1, CNY, 5000, 15000, REFUND_NO",
        "M1, , O1, T1, W1, CNY, 5000, 15000, REFUND_NO",
        "M1, R1, O2, T1, W1, CNY, 5000, 15000, ORDER_NO",
        "M1, R1, O1, T2, W1, CNY, 5000, 15000, TRANSACTION",
        "M1, R1, O1, , W1, CNY, 5000, 15000, TRANSACTION",
        "M1, R1, O1, T1, W1, USD, 5000, 15000, CURRENCY",
        "M1, R1, O1, T1, W1, CNY, 5001, 15000, AMOUNT",
        "M1, R1, O1, T1, W1, CNY, , 15000, AMOUNT",
        "M1, R1, O1, T1, W1, CNY, 5000, 15001, AMOUNT",
        "M1, R1, O1, T1, W1, CNY, 5000, , AMOUNT",
        "M1, R1, O1, T1, , CNY, 5000, 15000, REFUND_ID"
    })
    void whatDiffersIsNamed(
            String merchant,
            String refundNo,
            String orderNo,
            String transaction,
            String refundId,
            String currency,
            Long refundFen,
            Long totalFen,
            String mismatch) {
        assertThat(mismatch(report(merchant, refundNo, orderNo, transaction, refundId, currency, refundFen, totalFen)))
                .isEqualTo(mismatch);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, SETTLED",
        "PROCESSING, PENDING",
        "ABNORMAL, FAILED",
        "CLOSED, FAILED",
        "SOMETHING_NEW, PENDING",
        ", PENDING"
    })
    void aStateThatNobodyKnowsIsNoEnd(String state, RefundResult.Standing standing) {
        assertThat(new RefundResult(null, null, null, null, null, state, null, null, null).standing())
                .isEqualTo(standing);
    }

    private static String mismatch(RefundResult report) {
        return report.mismatch(AGREED, "T1", "M1");
    }

    private static RefundResult report(
            String merchant,
            String refundNo,
            String orderNo,
            String transaction,
            String refundId,
            String currency,
            Long refundFen,
            Long totalFen) {
        return new RefundResult(
                merchant, refundNo, orderNo, transaction, refundId, "SUCCESS", currency, refundFen, totalFen);
    }
}
