package com.guncai.backoffice.payment;

import org.jspecify.annotations.Nullable;

/**
 * What came of a report of WeChat Pay, of a payment or a refund.
 *
 * @param reason a short code; {@code null} when all was well
 */
public record NotificationResult(Kind kind, @Nullable String reason) {
    public enum Kind {
        /** What it says is recorded by it. */
        ACCEPTED,
        /** It was known. */
        REPEATED,
        /** WeChat Pay said it, and it is not what was agreed. Somebody has to look. */
        MISMATCHED,
        /** WeChat Pay said it of an order that is not ours. */
        UNKNOWN_ORDER,
        /** WeChat Pay did not say it. */
        FORGED,
        /** It is too old or too new to be believed. */
        STALE,
        /** WeChat Pay tested whether wrong signatures are refused. */
        PROBE
    }

    public static final NotificationResult ACCEPTED = new NotificationResult(Kind.ACCEPTED, null);
    public static final NotificationResult REPEATED = new NotificationResult(Kind.REPEATED, null);

    public static NotificationResult mismatched(String reason) {
        return new NotificationResult(Kind.MISMATCHED, reason);
    }
}
