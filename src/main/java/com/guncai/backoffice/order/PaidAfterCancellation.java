package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** Money arrived for an order that had been cancelled: it is kept and somebody has to give it back. */
public record PaidAfterCancellation(String orderNo, ServiceCode service, Instant at, long paidFen)
        implements OrderEvent {
    @Override
    public String text() {
        return "订单取消后收到付款，将为您退款";
    }
}
