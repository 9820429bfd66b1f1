package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** An order was placed and waits for its payment. */
public record OrderPlaced(String orderNo, ServiceCode service, Instant at) implements OrderEvent {
    @Override
    public String text() {
        return "订单已提交，等待支付";
    }
}
