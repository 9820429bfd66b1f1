package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** The whole price of an order was paid while it could still be paid. */
public record PaymentReceived(String orderNo, ServiceCode service, Instant at) implements OrderEvent {
    @Override
    public String text() {
        return service.paidText();
    }
}
