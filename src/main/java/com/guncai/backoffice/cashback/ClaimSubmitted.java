package com.guncai.backoffice.cashback;

import com.guncai.backoffice.order.OrderEvent;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** A cashback claim was handed in and holds its coupon. */
public record ClaimSubmitted(String orderNo, ServiceCode service, Instant at) implements OrderEvent {
    @Override
    public String text() {
        return "返现申请已提交，等待审核";
    }
}
