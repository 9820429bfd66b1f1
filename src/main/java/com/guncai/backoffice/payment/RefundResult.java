package com.guncai.backoffice.payment;

import org.jspecify.annotations.Nullable;

/**
 * What WeChat Pay says of a refund of ours, in a notification, when queried, or when asked for it. Amounts in fen.
 *
 * @param merchantId {@code null} where WeChat Pay leaves it out
 * @param currency {@code null} where WeChat Pay leaves it out
 * @param refundId WeChat Pay's number of the refund
 * @param state its word for how the refund stands
 */
public record RefundResult(
        @Nullable String merchantId,
        @Nullable String refundNo,
        @Nullable String orderNo,
        @Nullable String transactionId,
        @Nullable String refundId,
        @Nullable String state,
        @Nullable String currency,
        @Nullable Long refundFen,
        @Nullable Long totalFen) {

    /** What a state of WeChat Pay means to us. */
    public enum Standing {
        /** The money is on its way. */
        PENDING,
        /** The money arrived. */
        SETTLED,
        /** It will not arrive: the account is closed, the card void, the balance was too low for too long. */
        FAILED
    }

    public Standing standing() {
        return switch (String.valueOf(state)) {
            case "SUCCESS" -> Standing.SETTLED;
            case "ABNORMAL", "CLOSED" -> Standing.FAILED;
            default -> Standing.PENDING;
        };
    }

    /**
     * What is not as it was agreed.
     *
     * @return {@code null} when this is that refund of that payment to us
     */
    @Nullable
    String mismatch(RefundInstruction agreed, String agreedTransaction, String ourMerchantId) {
        if (merchantId != null && !merchantId.equals(ourMerchantId)) {
            return "MERCHANT";
        }
        if (!agreed.refundNo().equals(refundNo)) {
            return "REFUND_NO";
        }
        if (!agreed.orderNo().equals(orderNo)) {
            return "ORDER_NO";
        }
        if (!agreedTransaction.equals(transactionId)) {
            return "TRANSACTION";
        }
        if (currency != null && !currency.equals("CNY")) {
            return "CURRENCY";
        }
        if (refundFen == null || refundFen != agreed.refundFen() || totalFen == null || totalFen != agreed.paidFen()) {
            return "AMOUNT";
        }
        return refundId == null || refundId.isBlank() ? "REFUND_ID" : null;
    }
}
