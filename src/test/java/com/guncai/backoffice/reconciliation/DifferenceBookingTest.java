package com.guncai.backoffice.reconciliation;

import static com.guncai.backoffice.reconciliation.DifferenceKind.AMOUNT;
import static com.guncai.backoffice.reconciliation.DifferenceKind.DUPLICATE;
import static com.guncai.backoffice.reconciliation.DifferenceKind.FEE;
import static com.guncai.backoffice.reconciliation.DifferenceKind.LATE;
import static com.guncai.backoffice.reconciliation.DifferenceKind.MOVED;
import static com.guncai.backoffice.reconciliation.DifferenceKind.PAYMENT_WITHOUT_ORDER;
import static com.guncai.backoffice.reconciliation.DifferenceKind.REFUND_WITHOUT_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.sandbox.wechatpay.BillFault.Kind;
import org.junit.jupiter.api.Test;

/** Each kind of difference, and what booking it posts. */
class DifferenceBookingTest extends WeChatDayFixture {
    @Test
    void aPaymentWithoutAnOrder() {
        day.wrong(Kind.ADDED, "X" + System.nanoTime(), 8800);

        day.compared();

        var found = day.one();
        assertThat(found.kind()).isEqualTo(PAYMENT_WITHOUT_ORDER);
        assertThat(found.oursFen()).isNull();
        assertThat(found.theirsFen()).isEqualTo(8800);
        day.resolves(found, "BOOK", "").is(204);
        assertThat(day.posted(found)).containsExactly("WECHAT 8800 SUSPENSE -8800", "WECHAT_FEE 53 WECHAT -53");
    }

    @Test
    void anotherAmountIsBookedByWhatItDiffers() {
        var orderNo = day.paid();
        day.wrong(Kind.AMOUNT, orderNo, 14000);

        day.compared();

        var found = day.one();
        assertThat(found.kind()).isEqualTo(AMOUNT);
        assertThat(found.oursFen()).isEqualTo(15000);
        assertThat(found.theirsFen()).isEqualTo(14000);
        day.resolves(found, "BOOK", "").is(204);
        assertThat(day.posted(found)).containsExactly("SUSPENSE 1000 WECHAT -1000", "WECHAT 6 WECHAT_FEE -6");
    }

    @Test
    void anotherFeeIsBookedAsAFee() {
        var orderNo = day.paid();
        day.wrong(Kind.FEE, orderNo, 150);

        day.compared();

        var found = day.one();
        assertThat(found.kind()).isEqualTo(FEE);
        assertThat(found.oursFen()).isEqualTo(-90);
        assertThat(found.theirsFen()).isEqualTo(-150);
        day.resolves(found, "BOOK", "").is(204);
        assertThat(day.posted(found)).containsExactly("WECHAT_FEE 60 WECHAT -60");
    }

    @Test
    void aLineThatIsThereTwiceIsKeptAsOursWithAReason() {
        var orderNo = day.paid();
        day.wrong(Kind.DUPLICATE, orderNo, 0);

        day.compared();

        var found = day.one();
        assertThat(found.kind()).isEqualTo(DUPLICATE);
        assertThat(day.resolves(found, "KEEP", " ").body()).contains("请写明");
        day.resolves(found, "KEEP", "账单重复列了一行").is(204);
        assertThat(day.posted(found)).isEmpty();
        assertThat(day.state()).isEqualTo(Reconciliation.State.RESOLVED);
    }

    @Test
    void aRefundMadeInTheMerchantPlatformIsTheOrders() {
        var orderNo = day.paid();
        sandbox.refundInMerchantPlatform(orderNo, 5000);

        day.compared();

        var found = day.one();
        assertThat(found.kind()).isEqualTo(REFUND_WITHOUT_RECORD);
        assertThat(found.orderNo()).isEqualTo(orderNo);
        day.resolves(found, "BOOK", "").is(204);
        assertThat(day.posted(found)).containsExactly("PREPAYMENT 5000 WECHAT -5000", "WECHAT 30 WECHAT_FEE -30");
    }

    @Test
    void moneyTakenToTheBankIsThere() {
        day.paid();
        day.wrong(Kind.MOVED, "", 12000);

        day.compared();

        var found = day.one();
        assertThat(found.kind()).isEqualTo(MOVED);
        day.resolves(found, "BOOK", "").is(204);
        assertThat(day.posted(found)).containsExactly("BANK 12000 WECHAT -12000");
    }

    @Test
    void aLineThatComesAfterItWasWrittenOffIsLate() {
        var orderNo = day.paid();
        day.wrong(Kind.DAY, orderNo, 0);
        day.compared();
        day.resolves(day.one(), "BOOK", "").is(204);

        day.goesOn();
        day.compared();

        var found = day.one();
        assertThat(found.kind()).isEqualTo(LATE);
        assertThat(found.oursFen()).isZero();
        day.resolves(found, "BOOK", "").is(204);
        assertThat(day.posted(found)).containsExactly("WECHAT 15000 SUSPENSE -15000", "WECHAT_FEE 90 WECHAT -90");
    }
}
