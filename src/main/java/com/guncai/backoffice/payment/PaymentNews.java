package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.OrderCancelled;
import com.guncai.backoffice.order.PaymentReceived;
import com.guncai.backoffice.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells an order's process, whatever its service, how the wait for the payment ended. */
@Component
class PaymentNews {
    private final Processes processes;

    PaymentNews(Processes processes) {
        this.processes = processes;
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
}
