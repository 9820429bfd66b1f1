package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.ModelBean;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * What diagrams call as {@code ${payment.…}}, each in a service task of its own with {@code asyncBefore}. Such a task runs
 * inside the engine's transaction; still no row is locked over the network, because the engine writes when the task is
 * over and the order's row is locked only after WeChat answered. All may be repeated. When WeChat does not answer, the
 * job is tried again; when it refuses for good, the job becomes an incident.
 */
@Component("payment")
public class PaymentTasks implements ModelBean {
    private final Payments payments;
    private final Orders orders;
    private final Clock clock;

    PaymentTasks(Payments payments, Orders orders, Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.clock = clock;
    }

    /** Until when the order may be paid, for a timer; local. */
    public Date deadline(String orderNo) {
        var payBefore = orders.get(orderNo).payBefore();
        return Date.from(payBefore == null ? clock.instant() : payBefore);
    }

    /** Ends an order that nobody paid; one that the customer cancelled meanwhile stays as it is. Local. */
    public void cancelUnpaid(String orderNo) {
        if (orders.locked(orderNo).status() == OrderStatus.AWAITING_PAYMENT) {
            orders.cancel(orderNo, "超时未支付，订单已取消");
        }
    }

    /** Finds a payment whose notification got lost. Does nothing when there is none, or WeChat Pay cannot be reached. */
    public void settle(String orderNo) {
        payments.settle(orderNo);
    }

    /** Lets nobody pay the order any more; true exactly when somebody did in time and the order goes on as paid. */
    public boolean close(String orderNo) {
        return payments.close(orderNo);
    }

    /** Tells WeChat that the order is delivered, which releases the money; due within 48 hours of the payment. */
    public void uploadShipping(String orderNo) {
        payments.uploadShipping(orderNo);
    }
}
