package com.guncai.backoffice.refund;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.PaidAfterCancellation;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Opens refunds and decides on them. Whoever is at an order's refund locks the order's row first. */
@Service
@Transactional
class Refunds {
    private final RefundRepository refunds;
    private final Orders orders;
    private final CaseNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refunds(
            RefundRepository refunds,
            Orders orders,
            CaseNumbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A customer asks for the money back.
     *
     * @throws ProblemException as {@link Orders#refundOpened}
     */
    Order request(CurrentCustomer customer, String orderNo, String reason) {
        orders.owned(customer, orderNo);
        orders.refundOpened(orderNo, "您已申请退款，客服将尽快与您联系");
        var refund = open(orderNo, RefundOrigin.CUSTOMER, reason.strip());
        events.publishEvent(new RefundOpened(refund.refundNo(), orderNo, true));
        return orders.get(orderNo);
    }

    /**
     * Staff cannot fulfil the order; its own process waits for the decision.
     *
     * @return the refund's number
     * @throws ProblemException as {@link Orders#refundOpened}
     */
    String openByStaff(String orderNo, String reason) {
        orders.refundOpened(orderNo, null);
        return open(orderNo, RefundOrigin.STAFF, reason.strip()).refundNo();
    }

    /**
     * Money that came too late goes back without anybody asking. Runs at the end of the transaction in which it came,
     * because the order may not change while it announces what happened to it.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(PaidAfterCancellation paid) {
        orders.refunding(paid.orderNo());
        var refund = open(paid.orderNo(), RefundOrigin.LATE_PAYMENT, paid.text());
        refund.approved(paid.paidFen(), null, null, BusinessTime.now(clock));
        events.publishEvent(new RefundOpened(refund.refundNo(), paid.orderNo(), false));
    }

    private Refund open(String orderNo, RefundOrigin origin, String reason) {
        return refunds.save(new Refund(numbers.next(), orders.get(orderNo), origin, reason, BusinessTime.now(clock)));
    }

    /** @throws ProblemException {@code REFUND_STATE} when it is decided already, {@code REFUND_FEN_TOO_MUCH} */
    void decide(String refundNo, RefundDecision decision, @Nullable String staff) {
        var refund = locked(refundNo);
        var note = decision.note();
        if (decision.approved()) {
            approve(refund, decision.refundFen(), note, staff);
        } else if (note != null) {
            refund.rejected(note, staff, BusinessTime.now(clock));
            orders.refundClosed(
                    refund.orderNo(), (refund.origin() == RefundOrigin.CUSTOMER ? "退款申请未通过：" : "客服与您商定：") + note);
        }
    }

    private void approve(Refund refund, @Nullable Long asked, @Nullable String note, @Nullable String staff) {
        var orderNo = refund.orderNo();
        var most = orders.get(orderNo).refundableFen();
        var fen = asked == null ? most : asked;
        if (fen <= 0 || fen > most) {
            throw ProblemException.invalid(
                    ProblemCode.REFUND_FEN_TOO_MUCH, "退款金额须大于 0，最多 %d 分（%s）".formatted(most, Money.yuan(most)));
        }
        refund.approved(fen, note, staff, BusinessTime.now(clock));
        orders.refunding(orderNo);
        if (refund.origin() == RefundOrigin.CUSTOMER) {
            events.publishEvent(new OrderRefunded(orderNo));
        }
    }

    /** The refund, its order's row locked until the transaction ends. @throws ProblemException {@code REFUND_NOT_FOUND} */
    Refund locked(String refundNo) {
        orders.locked(refunds.orderOf(refundNo).orElseThrow(Refunds::unknown));
        return get(refundNo);
    }

    @Transactional(readOnly = true)
    public Refund get(String refundNo) {
        return refunds.findByRefundNo(refundNo).orElseThrow(Refunds::unknown);
    }

    @Transactional(readOnly = true)
    public RefundStatus status(String refundNo) {
        return refunds.statusOf(refundNo).orElseThrow(Refunds::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.REFUND_NOT_FOUND, "退单不存在");
    }
}
