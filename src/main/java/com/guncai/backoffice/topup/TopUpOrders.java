package com.guncai.backoffice.topup;

import static com.guncai.backoffice.topup.TopUpService.TOP_UP;

import com.guncai.backoffice.expense.CostConfirmation;
import com.guncai.backoffice.expense.ExpenseNumber;
import com.guncai.backoffice.expense.ExpenseNumber.Work;
import com.guncai.backoffice.expense.ExpenseNumbers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderReopened;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Placement;
import com.guncai.backoffice.order.PurchaseRecorded;
import com.guncai.backoffice.order.PurchaseRecorded.Kind;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Places top-up orders and records what the clerk did. Face values in fen. */
@Service
@Transactional
class TopUpOrders {
    private final TopUpOrderRepository topUpOrders;
    private final TopUpFaces faces;
    private final Orders orders;
    private final ExpenseNumbers numbers;
    private final CostConfirmation costs;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate apart;

    TopUpOrders(
            TopUpOrderRepository topUpOrders,
            TopUpFaces faces,
            Orders orders,
            ExpenseNumbers numbers,
            CostConfirmation costs,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.topUpOrders = topUpOrders;
        this.faces = faces;
        this.orders = orders;
        this.numbers = numbers;
        this.costs = costs;
        this.events = events;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @throws ProblemException {@code FACE_NOT_OFFERED}
     */
    Order place(Placement placement, TopUpOrderRequest request) {
        if (!faces.facesFen().contains(request.faceFen())) {
            throw ProblemException.invalid(ProblemCode.FACE_NOT_OFFERED, "暂不支持该充值面额，请重新选择");
        }
        return orders.place(
                placement,
                TOP_UP,
                request.faceFen(),
                null,
                order -> topUpOrders.save(new TopUpOrder(order.orderNo(), request)));
    }

    /**
     * The phone is topped up: the order is completed.
     *
     * @param costConfirmed whether the clerk looked again at an amount far above the face value
     * @throws ProblemException {@code TRANSACTION_NO_USED} when the number stands for something else, {@code COST_UNCONFIRMED},
     *     {@code ORDER_UNDER_REFUND} while the customer wants the money back; the purchase is kept all the same
     */
    void complete(String orderNo, Purchase purchase, @Nullable Object costConfirmed) {
        var order = orders.locked(orderNo);
        costs.check(TOP_UP, purchase.costFen(), order.priceFen(), costConfirmed);
        if (order.isUnderRefund()) {
            apart.executeWithoutResult(status -> toppedUp(orderNo, purchase));
            throw underRefund("流水号已记下，客服审核时会看到；客服不同意退款后，请再提交一次");
        }
        var topUpOrder = toppedUp(orderNo, purchase);
        orders.complete(orderNo, "话费已充值 " + Money.yuan(topUpOrder.faceFen()));
    }

    /** What the clerk entered before, and had to enter again, was a slip. */
    private TopUpOrder toppedUp(String orderNo, Purchase purchase) {
        var topUpOrder = get(orderNo);
        var before = topUpOrder.transactionNo();
        var same = purchase.transactionNo().equalsIgnoreCase(before);
        if (topUpOrder.isDoneAgain() && same) {
            throw ProblemException.conflict(ProblemCode.TRANSACTION_NO_USED, "这是上一次充值的流水号，请填写这一次的");
        }
        if (before != null && !same && !topUpOrder.isDoneAgain()) {
            numbers.release(expense(before), Work.order(orderNo));
        }
        numbers.take(expense(purchase.transactionNo()), Work.order(orderNo));
        announce(topUpOrder, purchase);
        topUpOrder.toppedUp(purchase);
        return topUpOrder;
    }

    /** Nothing when nothing is to be paid, or it was announced before as it is. */
    private void announce(TopUpOrder topUpOrder, Purchase purchase) {
        var kind = kind(topUpOrder);
        var cost = Objects.requireNonNullElse(purchase.costFen(), 0L);
        var same = purchase.transactionNo().equals(topUpOrder.transactionNo())
                && cost.equals(topUpOrder.purchaseCostFen());
        if (kind == Kind.CORRECTION ? same : cost == 0) {
            return;
        }
        events.publishEvent(new PurchaseRecorded(
                topUpOrder.orderNo(),
                TOP_UP,
                CompanyAccount.ALIPAY,
                cost,
                purchase.transactionNo(),
                BusinessTime.now(clock),
                kind));
    }

    /** One without an amount was not announced: there is nothing whose place the next could take. */
    private static Kind kind(TopUpOrder topUpOrder) {
        if (topUpOrder.transactionNo() == null) {
            return Kind.FIRST;
        }
        return topUpOrder.isDoneAgain() || topUpOrder.purchaseCostFen() == null ? Kind.AGAIN : Kind.CORRECTION;
    }

    @EventListener
    void on(OrderReopened reopened) {
        if (reopened.service().equals(TOP_UP)) {
            get(reopened.orderNo()).reopened();
        }
    }

    private static ExpenseNumber expense(String number) {
        return new ExpenseNumber(CompanyAccount.ALIPAY, number, "充值流水号", ProblemCode.TRANSACTION_NO_USED);
    }

    /**
     * The phone could not be topped up: customer service takes over.
     *
     * @throws ProblemException {@code FAILURE_REASON_REQUIRED}, {@code TEXT_TOO_LONG}, {@code ORDER_UNDER_REFUND} while the
     *     customer wants the money back anyway; the reason is kept all the same
     */
    void fail(String orderNo, @Nullable String entered) {
        var reason = entered == null ? "" : entered.strip();
        if (reason.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.FAILURE_REASON_REQUIRED, "请选择“是，已充值”，或填写充不进去的原因");
        }
        if (reason.length() > 200) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "原因最多 200 字");
        }
        if (orders.locked(orderNo).isUnderRefund()) {
            apart.executeWithoutResult(status -> get(orderNo).failed(reason));
            throw underRefund("原因已记下，请等待客服审核");
        }
        get(orderNo).failed(reason);
        orders.note(orderNo, "话费暂时充不进去，客服将尽快与您联系");
    }

    private static ProblemException underRefund(String whatNow) {
        return ProblemException.conflict(ProblemCode.ORDER_UNDER_REFUND, "用户已申请退款，本单暂不能完成。" + whatNow);
    }

    TopUpOrder get(String orderNo) {
        return topUpOrders
                .findById(orderNo)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.ORDER_NOT_FOUND, "订单不存在"));
    }
}
