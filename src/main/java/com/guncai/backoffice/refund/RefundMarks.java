package com.guncai.backoffice.refund;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.TaskMarks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the lists of tasks say that an order's money is wanted back, until that is decided. */
@Component
class RefundMarks {
    private final TaskMarks marks;
    private final Orders orders;

    RefundMarks(TaskMarks marks, Orders orders) {
        this.marks = marks;
        this.orders = orders;
    }

    /** An order that nobody works at has no task to mark, and may be ending its process at this moment. */
    @EventListener
    void on(RefundOpened opened) {
        if (opened.decisionNeeded() && orders.get(opened.orderNo()).status().isOpen()) {
            marks.put(opened.orderNo(), TaskMarks.UNDER_REFUND);
        }
    }

    @EventListener
    void on(RefundDecided decided) {
        marks.remove(decided.orderNo());
    }

    @EventListener
    void on(RefundWithdrawn withdrawn) {
        marks.remove(withdrawn.orderNo());
    }
}
