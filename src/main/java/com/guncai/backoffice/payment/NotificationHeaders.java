package com.guncai.backoffice.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The headers by which WeChat Pay signs a notification. */
record NotificationHeaders(
        @Nullable String timestamp, @Nullable String nonce, @Nullable String signature, @Nullable String serial) {
    /** How far WeChat Pay's clock and ours may differ; the SDK takes a notification of any age. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** WeChat Pay now and then sends a wrong signature on purpose and expects a refusal. */
    boolean isProbe() {
        return signature != null && signature.startsWith("WECHATPAY/SIGNTEST/");
    }

    /** Without all of them the SDK would skip its check. */
    boolean isComplete() {
        return isGiven(timestamp) && isGiven(nonce) && isGiven(signature) && isGiven(serial);
    }

    boolean isTimely(Clock clock) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(String.valueOf(timestamp)));
            return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
        } catch (RuntimeException noTime) {
            return false;
        }
    }

    private static boolean isGiven(@Nullable String header) {
        return header != null && !header.isBlank();
    }
}
