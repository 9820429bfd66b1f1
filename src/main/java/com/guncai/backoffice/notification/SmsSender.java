package com.guncai.backoffice.notification;

import com.guncai.backoffice.shared.Masked;
import java.time.LocalDate;
import java.util.Map;

/** Hands short messages to the provider. Neither call throws, and neither retries by itself. */
interface SmsSender {

    /** Sends once. Not idempotent: after {@link Outcome.Unknown}, ask {@link #find} before sending again. */
    Outcome send(Sms sms);

    /**
     * What became of an earlier message.
     *
     * @param outId our own number of it
     * @param day on which it was sent, in Asia/Shanghai; the provider keeps 30 days
     */
    Trace find(String phone, String outId, LocalDate day);

    /**
     * @param phone one recipient
     * @param template the provider's code
     * @param outId our own number, at most 64 characters; the provider echoes it
     */
    record Sms(String phone, String template, Map<String, String> params, String outId) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** How a sending ended. */
    sealed interface Outcome {
        /** The provider took it; {@code bizId} is its number of it. */
        record Sent(String bizId) implements Outcome {}

        /** Not sent; the same may work later. */
        record TryLater(String code) implements Outcome {}

        /** Not sent, and repeating will not help. */
        record Refused(String code) implements Outcome {}

        /** Not sent, and nothing else will be until somebody sees to the account. */
        record QueueStopped(String code) implements Outcome {}

        /** Sent or not: no answer came. */
        record Unknown(String code) implements Outcome {}
    }

    /** What the provider knows of a message. */
    sealed interface Trace {
        /** Taken; no result receipt yet. */
        record Waiting() implements Trace {}

        record Delivered() implements Trace {}

        /** Taken but not delivered, for the reason that {@code outcome} classifies. */
        record Failed(Outcome outcome) implements Trace {}

        /** Never taken. */
        record Absent() implements Trace {}

        /** The question itself was not answered. */
        record Unclear(String code) implements Trace {}
    }
}
