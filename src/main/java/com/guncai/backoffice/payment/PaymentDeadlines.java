package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.PaymentTerms;
import com.guncai.backoffice.process.Deadlines;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Reads from the managers' table of deadlines how long an order may wait for its payment. */
@Component
class PaymentDeadlines implements PaymentTerms {
    private static final String WAIT = "Task_AwaitPayment";

    private final Deadlines deadlines;

    PaymentDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Duration window(ServiceCode service) {
        return deadlines.of(service.code(), WAIT).due();
    }
}
