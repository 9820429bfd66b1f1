package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** A cashback claim was refused, by its review or at once for want of a coupon. */
public record ClaimRejected(String orderNo, ServiceCode service, Instant at, String reason) implements OrderFact {
    @Override
    public String text() {
        return "审核不通过：" + reason;
    }
}
