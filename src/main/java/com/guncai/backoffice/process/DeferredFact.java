package com.guncai.backoffice.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram could not take when it happened, and takes when it is mended: the start of a case, or a message to one.
 * Holds case numbers and gateway decisions only.
 *
 * @param process id of the process to start; {@code null} for a message
 * @param message name of the message; {@code null} for a start
 */
public record DeferredFact(
        @JsonProperty("process") @Nullable String process,
        @JsonProperty("message") @Nullable String message,
        @JsonProperty("caseNo") String caseNo,
        @JsonProperty("variables") Map<String, @Nullable Object> variables) {
    /** Type of the job that keeps one. */
    public static final String JOB = "deferred-fact";

    private static final ObjectMapper JSON = new ObjectMapper();

    static DeferredFact start(String process, String caseNo, Map<String, ? extends @Nullable Object> variables) {
        return new DeferredFact(process, null, caseNo, new HashMap<>(variables));
    }

    static DeferredFact message(String name, String caseNo) {
        return new DeferredFact(null, name, caseNo, Map.of());
    }

    /** As a job keeps it. */
    public static DeferredFact parse(String text) {
        try {
            return JSON.readValue(text, DeferredFact.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** What {@link #parse} reads. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** Which fact it is when the call is made again; a case that starts has another number then. */
    String kind() {
        return message == null ? String.valueOf(process) : message + " " + caseNo;
    }
}
