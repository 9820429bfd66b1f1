package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** Something that happened to an order, announced in the transaction in which it happened. */
public interface OrderEvent {
    String orderNo();

    ServiceCode service();

    Instant at();

    /** What the customer reads in the timeline. */
    String text();
}
