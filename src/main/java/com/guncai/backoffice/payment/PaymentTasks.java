package com.guncai.backoffice.payment;

import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.ModelBean;
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

    PaymentTasks(Payments payments) {
        this.payments = payments;
    }

    /** Tells WeChat that the order is delivered, which releases the money; due within 48 hours of the payment. */
    @ModelAction(ModelAction.ANY_PROCESS)
    public void uploadShipping(String orderNo) {
        payments.uploadShipping(orderNo);
    }
}
