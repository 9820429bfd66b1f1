package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** A cashback claim was refused, by its review or at once for want of a coupon. */
public record OrderRejected(String orderNo, ServiceCode service, Instant at, String reason) implements OrderEvent {
    @Override
    public String text() {
        return "审核不通过：" + reason;
    }
}
