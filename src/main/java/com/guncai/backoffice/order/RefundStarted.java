package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** It is decided that money goes back; the order ends here. */
public record RefundStarted(String orderNo, ServiceCode service, Instant at) implements OrderEvent {
    @Override
    public String text() {
        return "退款处理中";
    }
}
