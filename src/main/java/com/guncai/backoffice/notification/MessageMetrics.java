package com.guncai.backoffice.notification;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts messages: {@code messages_sent_total} by attempt, {@code messages_reported_total} by delivery report. */
@Component
class MessageMetrics {
    private final MeterRegistry registry;

    MessageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param outcome a word from a short list, never a code of the provider's */
    void attempted(Channel channel, String template, String outcome) {
        registry.counter("messages.sent", "channel", channel.name(), "template", template, "outcome", outcome)
                .increment();
    }

    /** @param outcome {@code delivered}, {@code failed}, {@code unknown} or {@code forged} */
    void reported(String outcome) {
        registry.counter("messages.reported", "outcome", outcome).increment();
    }
}
