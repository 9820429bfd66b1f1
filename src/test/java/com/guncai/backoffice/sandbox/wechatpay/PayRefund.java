package com.guncai.backoffice.sandbox.wechatpay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as WeChat Pay keeps it.
 *
 * @param outRefundNo the merchant's number of the refund
 * @param notifyUrl where the merchant wants the refund notice; null: nowhere
 * @param successTime when the money arrived; null until then
 */
public record PayRefund(
        String outRefundNo,
        String refundId,
        String orderNo,
        String transactionId,
        long refundFen,
        long totalFen,
        @Nullable String reason,
        @Nullable String notifyUrl,
        Status status,
        Instant createdAt,
        @Nullable Instant successTime) {

    /** WeChat Pay's {@code status}. Only a closed refund gives its amount free again. */
    public enum Status {
        PROCESSING,
        SUCCESS,
        ABNORMAL,
        CLOSED
    }

    PayRefund is(Status settled, Instant at) {
        return new PayRefund(
                outRefundNo,
                refundId,
                orderNo,
                transactionId,
                refundFen,
                totalFen,
                reason,
                notifyUrl,
                settled,
                createdAt,
                settled == Status.SUCCESS ? at : null);
    }
}
