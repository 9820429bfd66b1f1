package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/**
 * The delivery of a paid order, as WeChat wants to know it.
 *
 * @param transactionId WeChat Pay's number of the payment
 * @param openid who paid
 */
record Shipping(String orderNo, String transactionId, ServiceCode service, String openid, Instant at) {

    /** What the customer reads in WeChat's message. */
    String item() {
        return service.label() + " " + orderNo;
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
