package com.guncai.backoffice.refund;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.OrdersUnderRefund;
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
    private final OrdersUnderRefund orderSteps;
    private final RefundLimits limits;
    private final CaseNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refunds(
            RefundRepository refunds,
            Orders orders,
            OrdersUnderRefund orderSteps,
            RefundLimits limits,
            CaseNumbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.orderSteps = orderSteps;
        this.limits = limits;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A customer asks for the money back.
     *
     * @throws ProblemException as {@link OrdersUnderRefund#opened} and {@link RefundLimits}
     */
    Order request(CurrentCustomer customer, String orderNo, String reason) {
        limits.checkCustomer(orders.owned(customer, orderNo));
        var refund = open(orderNo, RefundOrigin.CUSTOMER, reason, "您已申请退款，客服将尽快与您联系");
        events.publishEvent(new RefundOpened(refund.refundNo(), orderNo, true));
        return orders.get(orderNo);
    }

    /**
     * A customer thinks better of it before anybody decided.
     *
     * @throws ProblemException {@code REFUND_STATE} when there is no such wish of the customer's
     */
    Order withdraw(CurrentCustomer customer, String orderNo) {
        orders.owned(customer, orderNo);
        var refund = refunds.findByOpenFor(orderNo)
                .filter(Refund::isWithdrawable)
                .orElseThrow(() -> ProblemException.conflict(ProblemCode.REFUND_STATE, "没有可以撤回的退款申请，可能已经处理，请刷新查看"));
        refund.withdrawn(BusinessTime.now(clock));
        orderSteps.closed(orderNo, "您已撤回退款申请");
        events.publishEvent(new RefundWithdrawn(refund.refundNo(), orderNo));
        return orders.get(orderNo);
    }

    /**
     * Staff give money back out of any process: customer service decides as ever.
     *
     * @param fen what should go back; {@code null} for all that can
     * @return the refund's number
     * @throws ProblemException as {@link OrdersUnderRefund#opened} and {@link RefundLimits}, {@code REFUND_FEN_TOO_MUCH}
     */
    String propose(String orderNo, @Nullable Long fen, String reason, String staff) {
        limits.checkStaff(orders.locked(orderNo));
        var refund = open(orderNo, RefundOrigin.BACK_OFFICE, reason, null);
        if (fen != null) {
            checkSum(fen, orders.get(orderNo));
        }
        refund.proposed(fen, staff);
        events.publishEvent(new RefundOpened(refund.refundNo(), orderNo, true));
        return refund.refundNo();
    }

    /**
     * Staff cannot fulfil the order; its own process waits for the decision.
     *
     * @return the refund's number
     * @throws ProblemException as {@link OrdersUnderRefund#opened} and {@link RefundLimits}
     */
    String openByStaff(String orderNo, String reason) {
        return open(orderNo, RefundOrigin.STAFF, reason, null).refundNo();
    }

    /** As above for what customer service agreed on in an after-sale. */
    String openForAfterSale(String orderNo, String reason) {
        limits.checkStaff(orders.locked(orderNo));
        return open(orderNo, RefundOrigin.AFTER_SALES, reason, null).refundNo();
    }

    /**
     * Money that came too late goes back without anybody asking. Runs at the end of the transaction in which it came,
     * because the order may not change while it announces what happened to it.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(PaidAfterCancellation paid) {
        orderSteps.ended(paid.orderNo());
        var refund = save(paid.orderNo(), RefundOrigin.LATE_PAYMENT, paid.text());
        refund.approved(paid.paidFen(), true, null, null, BusinessTime.now(clock));
        events.publishEvent(new RefundOpened(refund.refundNo(), paid.orderNo(), false));
    }

    private Refund open(String orderNo, RefundOrigin origin, String reason, @Nullable String text) {
        orderSteps.opened(orderNo, text);
        limits.checkCount(orderNo);
        return save(orderNo, origin, reason.strip());
    }

    private Refund save(String orderNo, RefundOrigin origin, String reason) {
        return refunds.save(new Refund(numbers.next(), orders.get(orderNo), origin, reason, BusinessTime.now(clock)));
    }

    /**
     * @throws ProblemException {@code REFUND_STATE} when it is decided or withdrawn already, {@code REFUND_FEN_TOO_MUCH},
     *     {@code ORDER_CANNOT_CONTINUE}
     */
    void decide(String refundNo, RefundDecision decision, @Nullable String staff) {
        var refund = locked(refundNo);
        var note = decision.note();
        if (decision.approved()) {
            approve(refund, decision, staff);
        } else if (note != null) {
            refund.rejected(note, staff, BusinessTime.now(clock));
            orderSteps.closed(
                    refund.orderNo(), (refund.origin() == RefundOrigin.CUSTOMER ? "退款申请未通过：" : "客服与您商定：") + note);
        }
        events.publishEvent(new RefundDecided(refundNo, refund.orderNo()));
    }

    private void approve(Refund refund, RefundDecision decision, @Nullable String staff) {
        var orderNo = refund.orderNo();
        var order = orders.get(orderNo);
        var asked = decision.refundFen();
        var fen = asked == null ? asked(refund, order) : asked;
        checkSum(fen, order);
        var ends = ends(order, fen, decision.orderContinues());
        refund.approved(fen, ends, decision.note(), staff, BusinessTime.now(clock));
        if (!ends) {
            orderSteps.partGoesBack(orderNo, "客服与您商定退款 " + Money.yuan(fen) + (isOver(order) ? "" : "，订单继续办理"));
            return;
        }
        orderSteps.ended(orderNo);
        if (!refund.origin().isAwaitedByOrder()) {
            events.publishEvent(new OrderRefunded(orderNo));
        }
    }

    /** Ten yuan of goodwill do not cost the delivery; giving back all does, and that cannot be said otherwise. */
    private static boolean ends(Order order, long fen, @Nullable Boolean continues) {
        var whole = fen == order.refundableFen();
        if (isOver(order)) {
            return whole;
        }
        if (whole && Boolean.TRUE.equals(continues)) {
            throw ProblemException.invalid(ProblemCode.ORDER_CANNOT_CONTINUE, "全额退款后订单不能继续；订单要继续，请填写部分金额");
        }
        return whole || Boolean.FALSE.equals(continues);
    }

    /** All that was asked for, as far as it can still go back. */
    static long asked(Refund refund, Order order) {
        return Math.min(refund.requestedFen(), order.refundableFen());
    }

    /** Nobody works at it any more. */
    static boolean isOver(Order order) {
        return order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.REFUNDED;
    }

    private static void checkSum(long fen, Order order) {
        var most = order.refundableFen();
        if (fen <= 0 || fen > most) {
            throw ProblemException.invalid(
                    ProblemCode.REFUND_FEN_TOO_MUCH, "退款金额须大于 0，最多 %s".formatted(Money.yuan(most)));
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
