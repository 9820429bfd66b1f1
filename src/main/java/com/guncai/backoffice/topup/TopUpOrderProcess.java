package com.guncai.backoffice.topup;

import static com.guncai.backoffice.shared.ServiceCode.TOP_UP;

import com.guncai.backoffice.order.OrderCancelled;
import com.guncai.backoffice.order.OrderPlaced;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.PaymentReceived;
import com.guncai.backoffice.process.CaseCard;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the topup module with processes/TopUpOrderProcess.bpmn; public for its expressions. */
@Component
public class TopUpOrderProcess implements CaseProcess {
    private static final Duration TOP_UP_TIME = Duration.ofMinutes(15);

    private final Processes processes;
    private final TopUpOrders topUpOrders;
    private final TopUpOrderCards cards;
    private final Orders orders;
    private final Clock clock;

    TopUpOrderProcess(Processes processes, TopUpOrders topUpOrders, TopUpOrderCards cards, Orders orders, Clock clock) {
        this.processes = processes;
        this.topUpOrders = topUpOrders;
        this.cards = cards;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Set<String> answers() {
        return Set.of("toppedUp", "transactionNo", "purchaseCostYuan", "failureReason");
    }

    @Override
    public Set<String> desks() {
        return Set.of("top-up-desk");
    }

    @EventListener
    void on(OrderPlaced placed) {
        if (placed.service() == TOP_UP) {
            processes.start(this, placed.orderNo());
        }
    }

    /** A process that is just asking WeChat Pay finds the payment on the order by itself. */
    @EventListener
    void on(PaymentReceived received) {
        if (received.service() == TOP_UP) {
            processes.tellIfWaiting(received.orderNo(), received);
        }
    }

    /** A process that cancels an overdue order itself does not wait for it. */
    @EventListener
    void on(OrderCancelled cancelled) {
        if (cancelled.service() == TOP_UP) {
            processes.tellIfWaiting(cancelled.orderNo(), cancelled);
        }
    }

    /** BoundaryEvent_PaymentOverdue. */
    public Date payBefore(String orderNo) {
        var payBefore = orders.get(orderNo).payBefore();
        return Date.from(payBefore == null ? clock.instant() : payBefore);
    }

    /** Task_CancelOrder; an order that the customer cancelled meanwhile stays as it is. */
    public void cancelUnpaid(String orderNo) {
        if (orders.locked(orderNo).status() == OrderStatus.AWAITING_PAYMENT) {
            orders.cancel(orderNo, "超时未支付，订单已取消");
        }
    }

    /** What the form shows. */
    public CaseCard card(String orderNo) {
        return processes.card(this, orderNo);
    }

    /** The order in a line, for the list of tasks. */
    public String summary(String orderNo) {
        return cards.summary(orderNo);
    }

    @Override
    public Object cardContent(String orderNo) {
        return cards.of(orderNo);
    }

    /** Due date of Task_TopUpPhone. */
    public Date topUpDue(String orderNo) {
        return Date.from(BusinessTime.now(clock).plus(TOP_UP_TIME));
    }

    /** Task_RecordTopUp. */
    public void recordTopUp(String orderNo, @Nullable Object transactionNo, @Nullable Object purchaseCostYuan) {
        topUpOrders.complete(orderNo, Purchase.entered(transactionNo, purchaseCostYuan));
    }

    /** Task_RecordTopUpFailure. */
    public void recordFailure(String orderNo, @Nullable String failureReason) {
        topUpOrders.fail(orderNo, failureReason);
    }
}
