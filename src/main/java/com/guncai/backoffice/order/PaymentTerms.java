package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Duration;

/** How long orders wait for their payment. The module of the payments answers; an order keeps what it was placed with. */
public interface PaymentTerms {
    Duration window(ServiceCode service);
}
