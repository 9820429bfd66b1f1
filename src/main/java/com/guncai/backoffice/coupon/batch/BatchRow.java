package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param content the phone number or the code; {@code null} for a bad row
 * @param shown what people see of it: masked
 * @param validUntil {@code null} for what the product says
 * @param reason why it is bad
 */
record BatchRow(
        int number,
        @Nullable String content,
        String shown,
        int quantity,
        @Nullable Instant validUntil,
        Outcome outcome,
        String reason) {
    enum Outcome {
        GOOD,
        /** A code that is too close to its expiry to be handed out. */
        SHORT,
        BAD
    }

    /** {@code AB****YZ}: enough to find the row, not enough to use what stands there. */
    static String masked(String text) {
        return text.length() < 8
                ? text.substring(0, Math.min(3, text.length() / 2)) + (text.isEmpty() ? "" : "****")
                : text.substring(0, 2) + "****" + text.substring(text.length() - 2);
    }

    static BatchRow bad(int number, String shown, String reason) {
        return new BatchRow(number, null, shown, 0, null, Outcome.BAD, reason);
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
