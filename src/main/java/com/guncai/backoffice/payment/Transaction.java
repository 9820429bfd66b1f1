package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What WeChat Pay says of an order of ours, in a notification or when queried. Amount in fen. */
record Transaction(
        @Nullable String appId,
        @Nullable String merchantId,
        @Nullable String orderNo,
        @Nullable String state,
        @Nullable String type,
        @Nullable String currency,
        @Nullable Long totalFen,
        @Nullable String transactionId,
        @Nullable Instant paidAt) {

    /** What a state of WeChat Pay means to us. */
    enum Standing {
        /** The money arrived. */
        PAID,
        /** It may still be paid, unless it is closed. */
        OPEN,
        /** It can no longer be paid. */
        ENDED,
        /** It was paid, and money went back. */
        REFUNDED
    }

    Standing standing() {
        return switch (String.valueOf(state)) {
            case "SUCCESS" -> Standing.PAID;
            case "CLOSED", "REVOKED" -> Standing.ENDED;
            case "REFUND" -> Standing.REFUNDED;
            default -> Standing.OPEN;
        };
    }

    /**
     * What is not as it was agreed.
     *
     * @return {@code null} when this is the payment of the whole price of that order to us
     */
    @Nullable
    String mismatch(Order order, String ourAppId, String ourMerchantId) {
        if (standing() != Standing.PAID) {
            return "STATE";
        }
        if (!ourAppId.equals(appId)) {
            return "APP_ID";
        }
        if (!ourMerchantId.equals(merchantId)) {
            return "MERCHANT";
        }
        if (!order.orderNo().equals(orderNo)) {
            return "ORDER_NO";
        }
        if (!"JSAPI".equals(type)) {
            return "TRADE_TYPE";
        }
        if (!"CNY".equals(currency)) {
            return "CURRENCY";
        }
        if (totalFen == null || totalFen != order.payableFen()) {
            return "AMOUNT";
        }
        return transactionId == null || transactionId.isBlank() ? "TRANSACTION" : null;
    }
}
