package com.guncai.backoffice.sandbox.wechatpay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A transfer to a user's WeChat balance, which the user has to confirm. */
public record PayTransfer(
        String outBillNo,
        String transferBillNo,
        String openid,
        long amountFen,
        String remark,
        State state,
        @Nullable String failReason,
        Instant createdAt,
        Instant updatedAt) {

    /** WeChat Pay's {@code state}. */
    public enum State {
        WAIT_USER_CONFIRM,
        SUCCESS,
        FAIL,
        CANCELLED
    }

    PayTransfer is(State next, @Nullable String reason, Instant at) {
        return new PayTransfer(outBillNo, transferBillNo, openid, amountFen, remark, next, reason, createdAt, at);
    }
}
