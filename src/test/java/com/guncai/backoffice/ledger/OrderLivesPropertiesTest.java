package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.order.LivedOrder;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.PurchaseRecorded;
import com.guncai.backoffice.payment.PaymentRecorded;
import com.guncai.backoffice.refund.RefundPaid;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.testing.DemoServices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Orders live whatever life: paid in time or after they were cancelled, with or without a coupon of PICC's, bought for,
 * refunded in parts and whole, completed. After each step the sum of all entries is zero, and what the entries of an order say is
 * what a model of a few lines says of its life.
 */
class OrderLivesPropertiesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T04:00:00Z");
    private static Books books;
    private static int lives;

    @BeforeContainer
    static void emptyBooks() {
        books = Books.onH2().on("2026-11-30", "12:00");
    }

    enum Step {
        CANCEL,
        PAY,
        BUY,
        COMPLETE,
        REFUND_A_PART,
        REFUND_THE_REST,
        REFUND_BY_HAND
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.values()).list().ofMinSize(2).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Long> prices() {
        return Arbitraries.longs().between(1, 40_000);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void theEntriesOfAnOrderAreItsStory(
            @ForAll("steps") List<Step> steps, @ForAll("prices") long priceFen, @ForAll Paid with) {
        var life = new Life("L" + lives++, priceFen, with);

        for (var step : steps) {
            books.transaction.executeWithoutResult(status -> life.lives(step));

            assertThat(sumOfAll()).isZero();
            life.isWhatTheLedgerSays();
        }
    }

    enum Paid {
        WITHOUT_COUPON,
        WITH_COUPON_OF_PICC,
        WITH_BOUGHT_COUPON
    }

    private static long sumOfAll() {
        return books.balances.on(java.time.LocalDate.parse("2026-11-30")).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** An order, and what its story comes to. */
    private static class Life {
        private static final long COUPON = 7;
        private final LivedOrder order;
        private final OrderPostings postings;
        private final boolean picc;
        private final List<Long> byWeChat = new ArrayList<>();
        private long byHand;
        private long bought;
        private boolean ended;
        private boolean spent;
        private boolean returned;

        Life(String orderNo, long priceFen, Paid with) {
            order = new LivedOrder(orderNo, priceFen, with == Paid.WITHOUT_COUPON ? null : COUPON);
            picc = with == Paid.WITH_COUPON_OF_PICC;
            Orders orders = mock();
            when(orders.get(orderNo)).thenReturn(order.order());
            Coupons coupons = mock();
            when(coupons.isBought(anyLong())).thenReturn(with == Paid.WITH_BOUGHT_COUPON);
            postings = new OrderPostings(books.ledger, orders, coupons, Books.PROPERTIES);
        }

        void lives(Step step) {
            switch (step) {
                case CANCEL -> {
                    if (order.order().status() == OrderStatus.AWAITING_PAYMENT) order.cancel();
                }
                case PAY -> pay();
                case BUY -> buy();
                case COMPLETE -> complete();
                case REFUND_A_PART -> refund(order.order().refundableFen() / 3, RefundPaid.Way.WECHAT);
                case REFUND_THE_REST -> refund(order.order().refundableFen(), RefundPaid.Way.WECHAT);
                case REFUND_BY_HAND -> refund(order.order().refundableFen() / 2, RefundPaid.Way.BY_HAND);
            }
        }

        private void pay() {
            if (order.order().paidFen() > 0) return;
            spent = order.pay() && picc && order.order().discountFen() > 0;
            postings.on(new PaymentRecorded(
                    order.no(),
                    DemoServices.FLOWER,
                    "T" + order.no(),
                    order.order().paidFen(),
                    NOON));
        }

        private void buy() {
            bought += 1000;
            postings.on(new PurchaseRecorded(
                    order.no(),
                    DemoServices.FLOWER,
                    CompanyAccount.MEITUAN,
                    1000,
                    "M" + bought,
                    NOON,
                    PurchaseRecorded.Kind.FIRST));
        }

        private void complete() {
            var completed = order.complete();
            if (completed != null) {
                ended = true;
                postings.on(completed);
            }
        }

        private void refund(long fen, RefundPaid.Way way) {
            if (fen == 0 || !order.refund(fen)) return;
            if (way == RefundPaid.Way.WECHAT) byWeChat.add(fen);
            else byHand += fen;
            ended = true;
            returned = spent && order.order().refundableFen() == 0;
            var number = order.no() + "R" + byWeChat.size() + "H" + byHand;
            postings.on(new RefundPaid(number, order.no(), DemoServices.FLOWER, fen, way, number, NOON));
        }

        void isWhatTheLedgerSays() {
            var paid = order.order().paidFen();
            var back = byHand + byWeChat.stream().mapToLong(Long::longValue).sum();
            var fee = fee(paid) - byWeChat.stream().mapToLong(Life::fee).sum();
            var claimed = spent && !returned ? order.order().discountFen() : 0;
            var left = paid - back + claimed;
            var sums = books.entries.sums(order.no());

            assertThat(sums.getOrDefault(Account.WECHAT, 0L)).isEqualTo(paid - (back - byHand) - fee);
            assertThat(sums.getOrDefault(Account.BANK, 0L)).isEqualTo(-byHand);
            assertThat(sums.getOrDefault(Account.WECHAT_FEE, 0L)).isEqualTo(fee);
            assertThat(sums.getOrDefault(Account.picc(Coupon.Kind.DEDUCTION), 0L))
                    .isEqualTo(claimed);
            assertThat(sums.getOrDefault(Account.PREPAYMENT, 0L)).isEqualTo(ended ? 0 : -left);
            assertThat(sums.getOrDefault(Account.revenue(DemoServices.FLOWER), 0L))
                    .isEqualTo(ended ? -left : 0);
            assertThat(sums.getOrDefault(Account.cost(DemoServices.FLOWER), 0L)).isEqualTo(bought);
            assertThat(sums.getOrDefault(Account.of(CompanyAccount.MEITUAN), 0L))
                    .isEqualTo(-bought);
        }

        private static long fee(long fen) {
            return Books.PROPERTIES.feeFen(fen);
        }
    }
}
