package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.OpenOrders;
import com.guncai.backoffice.order.OrderCancelled;
import com.guncai.backoffice.order.OrderPlaced;
import com.guncai.backoffice.order.OrderReopened;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.PaymentReceived;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskMarks;
import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Connects the payment module with processes/PaymentProcess.bpmn; public for its expressions. Every order that has to be paid
 * runs through it; the process of its service starts when the money is there.
 *
 * <p>Steps that ask WeChat Pay run inside the engine's transaction; still no row is locked over the network, because the engine
 * writes when the step is over and the order's row is locked only after WeChat Pay answered. All may be repeated.
 */
@Component
public class PaymentProcess implements CaseProcess {
    private final Processes processes;
    private final OpenOrders openOrders;
    private final Payments payments;
    private final Orders orders;
    private final ObjectProvider<CaseProcess> services;
    private final Clock clock;

    PaymentProcess(
            Processes processes,
            OpenOrders openOrders,
            Payments payments,
            Orders orders,
            ObjectProvider<CaseProcess> services,
            Clock clock) {
        this.processes = processes;
        this.openOrders = openOrders;
        this.payments = payments;
        this.orders = orders;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy("paymentProcess.startFulfilment")
                .orBy("paymentProcess.close", "paymentProcess.cancelUnpaid")
                .with("paymentProcess.synchronise");
    }

    @Override
    public Set<String> messages() {
        return Set.of(PaymentReceived.class.getSimpleName(), OrderCancelled.class.getSimpleName());
    }

    /** An order that is paid has to be with the process of its service by now. */
    @Override
    public @Nullable String endVeto(String orderNo) {
        var order = orders.get(orderNo);
        return switch (order.status()) {
            case AWAITING_PAYMENT -> "订单 %s 还在等付款".formatted(orderNo);
            case PAID ->
                processes.isRunning(fulfilling(order.service(), orderNo), orderNo) ? null : openOrders.whyOpen(orderNo);
            case ACCEPTED, COMPLETED, REJECTED, CANCELLED, REFUNDING, REFUNDED -> null;
        };
    }

    @EventListener
    void on(OrderPlaced placed) {
        processes.start(this, placed.orderNo());
    }

    /** A process that is just asking WeChat Pay finds the payment on the order by itself. */
    @EventListener
    void on(PaymentReceived received) {
        processes.correlateIfWaiting(received.orderNo(), received);
    }

    /** A process that cancels an overdue order itself does not wait for it. */
    @EventListener
    void on(OrderCancelled cancelled) {
        processes.correlateIfWaiting(cancelled.orderNo(), cancelled);
    }

    /** A fulfilled order is done once more. */
    @EventListener
    void on(OrderReopened reopened) {
        start(reopened.service(), reopened.orderNo(), TaskMarks.REDONE);
    }

    /** BoundaryEvent_PaymentOverdue: until when the order may be paid. */
    @ModelAction
    public Date deadline(String orderNo) {
        var payBefore = orders.get(orderNo).payBefore();
        return Date.from(payBefore == null ? clock.instant() : payBefore);
    }

    /**
     * Task_QueryPayment: finds a payment whose notification got lost. Does nothing when there is none, or WeChat Pay cannot be
     * reached. Remote.
     */
    @ModelAction
    public void synchronise(String orderNo) {
        payments.synchronise(orderNo);
    }

    /**
     * Task_ClosePayment: lets nobody pay the order any more; true exactly when somebody did in time and the order goes on as
     * paid. Remote.
     */
    @ModelAction
    public boolean close(String orderNo) {
        return payments.close(orderNo);
    }

    /** Task_CancelOrder: ends an order that nobody paid; one that the customer cancelled meanwhile stays as it is. */
    @ModelAction
    public void cancelUnpaid(String orderNo) {
        if (orders.locked(orderNo).status() == OrderStatus.AWAITING_PAYMENT) {
            orders.cancel(orderNo, "超时未支付，订单已取消");
        }
    }

    /**
     * Task_StartFulfilment: starts the process of the order's service. Nothing starts when the money is on its way back already.
     *
     * @throws NonRetryableException when not exactly one process fulfils the service
     */
    @ModelAction
    public void startFulfilment(String orderNo) {
        var order = orders.locked(orderNo);
        if (order.status() == OrderStatus.PAID) {
            start(order.service(), orderNo, order.isUnderRefund() ? TaskMarks.UNDER_REFUND : null);
        }
    }

    /** With its mark: what the engine has not written yet cannot be marked afterwards. */
    private void start(ServiceCode service, String orderNo, @Nullable String mark) {
        var process = fulfilling(service, orderNo);
        if (mark == null) {
            processes.start(process, orderNo);
        } else {
            processes.start(process, orderNo, Map.of(Processes.ORDER_NO, orderNo, TaskMarks.VARIABLE, mark));
        }
    }

    private CaseProcess fulfilling(ServiceCode service, String orderNo) {
        List<CaseProcess> candidates =
                services.stream().filter(process -> process.fulfils(service)).toList();
        if (candidates.size() != 1) {
            throw new NonRetryableException("业务 %s 没有唯一的办理流程，订单 %s".formatted(service, orderNo));
        }
        return candidates.get(0);
    }
}
