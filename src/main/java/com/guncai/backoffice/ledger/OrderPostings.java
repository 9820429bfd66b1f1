package com.guncai.backoffice.ledger;

import com.guncai.backoffice.cashback.CashbackTransferred;
import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderCompleted;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.PurchaseRecorded;
import com.guncai.backoffice.payment.PaymentRecorded;
import com.guncai.backoffice.refund.RefundPaid;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What an order moves. Its payment, and what PICC pays of it, is the customer's prepayment until the order ends; a refund takes
 * from the prepayment first and then from the revenue.
 */
@Component
class OrderPostings {
    private static final Account DEDUCTIONS = Account.picc(Coupon.Kind.DEDUCTION);

    private final Ledger ledger;
    private final Orders orders;
    private final Coupons coupons;
    private final LedgerProperties properties;

    OrderPostings(Ledger ledger, Orders orders, Coupons coupons, LedgerProperties properties) {
        this.ledger = ledger;
        this.orders = orders;
        this.coupons = coupons;
        this.properties = properties;
    }

    @EventListener
    void on(PaymentRecorded paid) {
        var order = orders.get(paid.orderNo());
        ledger.post(of(Fact.ORDER_PAID, paid.orderNo(), order, paid.paidAt())
                .externalNo(paid.transactionId())
                .debit(Account.WECHAT, paid.fen())
                .credit(Account.PREPAYMENT, paid.fen()));
        var fee = properties.feeFen(paid.fen());
        ledger.post(of(Fact.WECHAT_FEE, paid.orderNo(), order, paid.paidAt())
                .externalNo(paid.transactionId())
                .debit(Account.WECHAT_FEE, fee)
                .credit(Account.WECHAT, fee));
        var coupon = order.couponId();
        var spent = order.discountFen() > 0 && order.status() != OrderStatus.CANCELLED;
        if (coupon != null && spent && !coupons.isBought(coupon)) {
            ledger.post(of(Fact.COUPON_REDEEMED, paid.orderNo(), order, paid.paidAt())
                    .coupon(coupon)
                    .debit(DEDUCTIONS, order.discountFen())
                    .credit(Account.PREPAYMENT, order.discountFen()));
        }
    }

    @EventListener
    void on(OrderCompleted completed) {
        var order = orders.get(completed.orderNo());
        if (order.paidFen() > 0) {
            earn(order, completed.orderNo(), prepaid(ledger.sums(completed.orderNo())), completed.at());
        }
    }

    @EventListener
    void on(RefundPaid refund) {
        var order = orders.get(refund.orderNo());
        if (refund.way() == RefundPaid.Way.TWICE) {
            ledger.post(refunded(Fact.REFUNDED, refund, order).debit(Account.SUSPENSE, refund.fen()));
            giveFeeBack(refund, order);
            return;
        }
        var sums = ledger.sums(refund.orderNo());
        var prepaid = Math.min(prepaid(sums), refund.fen());
        ledger.post(refunded(fact(refund), refund, order)
                .debit(Account.PREPAYMENT, prepaid)
                .debit(Account.revenue(refund.service()), refund.fen() - prepaid));
        if (refund.way() == RefundPaid.Way.WECHAT) {
            giveFeeBack(refund, order);
        }
        sums.merge(Account.PREPAYMENT, prepaid, Long::sum);
        afterRefund(refund, order, sums);
    }

    /** A refund that may be posted already, though its order's payment was not. */
    void again(RefundPaid refund) {
        if (refund.way() != RefundPaid.Way.TWICE && ledger.isPosted(fact(refund), refund.refundNo())) {
            afterRefund(refund, orders.get(refund.orderNo()), ledger.sums(refund.orderNo()));
        } else {
            on(refund);
        }
    }

    /** The coupon of an order that is refunded whole is the customer's again; an order that a refund ended earns what is left. */
    private void afterRefund(RefundPaid refund, Order order, Map<Account, Long> sums) {
        var left = prepaid(sums);
        var claimed = sums.getOrDefault(DEDUCTIONS, 0L);
        if (order.refundableFen() == 0 && claimed > 0) {
            var prepaid = Math.min(left, claimed);
            ledger.post(of(Fact.COUPON_RETURNED, refund.orderNo(), order, refund.at())
                    .coupon(order.couponId())
                    .debit(Account.PREPAYMENT, prepaid)
                    .debit(Account.revenue(refund.service()), claimed - prepaid)
                    .credit(DEDUCTIONS, claimed));
            left -= prepaid;
        }
        if (order.status() == OrderStatus.REFUNDED) {
            earn(order, refund.refundNo(), left, refund.at());
        }
    }

    private static long prepaid(Map<Account, Long> sums) {
        return Math.max(0, -sums.getOrDefault(Account.PREPAYMENT, 0L));
    }

    private static Fact fact(RefundPaid refund) {
        return refund.way() == RefundPaid.Way.BY_HAND ? Fact.REFUNDED_BY_HAND : Fact.REFUNDED;
    }

    private Posting refunded(Fact fact, RefundPaid refund, Order order) {
        var from = fact == Fact.REFUNDED ? Account.WECHAT : Account.BANK;
        return of(fact, refund.refundNo(), order, refund.at())
                .externalNo(refund.externalNo())
                .credit(from, refund.fen());
    }

    private void giveFeeBack(RefundPaid refund, Order order) {
        var fee = properties.feeFen(refund.fen());
        ledger.post(of(Fact.WECHAT_FEE_RETURNED, refund.refundNo(), order, refund.at())
                .externalNo(refund.externalNo())
                .debit(Account.WECHAT, fee)
                .credit(Account.WECHAT_FEE, fee));
    }

    /** Nothing is left to earn of an order whose payment the ledger does not know yet. */
    private void earn(Order order, String reference, long prepaid, Instant at) {
        if (prepaid > 0) {
            ledger.post(of(Fact.REVENUE_EARNED, reference, order, at)
                    .debit(Account.PREPAYMENT, prepaid)
                    .credit(Account.revenue(order.service()), prepaid));
        }
    }

    @EventListener
    void on(CashbackTransferred transferred) {
        var order = orders.get(transferred.orderNo());
        ledger.post(of(Fact.CASHBACK_PAID, transferred.orderNo(), order, transferred.at())
                .externalNo(transferred.transferNo())
                .debit(Account.cost(transferred.service()), transferred.fen())
                .credit(Account.of(transferred.account()), transferred.fen()));
        var coupon = order.couponId();
        if (coupon != null && !coupons.isBought(coupon)) {
            ledger.post(of(Fact.COUPON_REDEEMED, transferred.orderNo(), order, transferred.at())
                    .coupon(coupon)
                    .debit(Account.picc(Coupon.Kind.CASHBACK), transferred.fen())
                    .credit(Account.revenue(transferred.service()), transferred.fen()));
        }
    }

    /** A number and its amount may be corrected to and fro: what comes after the first purchase has its time in its reference. */
    @EventListener
    void on(PurchaseRecorded purchase) {
        if (purchase.kind() == PurchaseRecorded.Kind.CORRECTION) {
            ledger.reverseLast(purchase.orderNo(), Fact.PURCHASED, "采购登记已更正");
        }
        var number = purchase.externalNo();
        var reference = purchase.orderNo() + (number == null ? "" : "/" + number);
        var first = purchase.kind() == PurchaseRecorded.Kind.FIRST;
        ledger.post(text(
                        Fact.PURCHASED,
                        first ? reference : reference + "/" + purchase.at().toEpochMilli(),
                        purchase.service(),
                        purchase.at())
                .order(purchase.orderNo(), purchase.service())
                .externalNo(number)
                .debit(Account.cost(purchase.service()), purchase.costFen())
                .credit(Account.of(purchase.account()), purchase.costFen()));
    }

    /** The service's row shows the last purchase; the ledger may know it by a correction. */
    void again(PurchaseRecorded purchase) {
        var last = ledger.standing(purchase.orderNo(), Fact.PURCHASED);
        if (last.isEmpty() || !Objects.equals(last.get().externalNo(), purchase.externalNo())) {
            on(purchase);
        }
    }

    private static Posting of(Fact fact, String reference, Order order, Instant at) {
        return text(fact, reference, order.service(), at).order(order.orderNo(), order.service());
    }

    private static Posting text(Fact fact, String reference, ServiceCode service, Instant at) {
        return Posting.of(fact, reference, at, fact.label() + " " + service.label());
    }
}
