package com.guncai.backoffice.notification;

import com.guncai.backoffice.shared.PersonalDataCipher;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of one step of a process to one recipient, written before the provider is called: whoever comes after a
 * crash finds {@link Status#SENDING} and knows to ask first. The recipient cannot be read from it; what it said is encrypted.
 */
@Entity
class Message {
    enum Status {
        /** Handed to the provider, or about to be; its answer is not recorded yet. */
        SENDING,
        /** The provider took it. */
        SENT,
        DELIVERED,
        /** It did not get through. */
        FAILED,
        /** No answer came. */
        UNKNOWN,
        /** The provider, or the customer, will not have it. */
        REFUSED
    }

    @Id
    @GeneratedValue
    private Long id;

    private String step;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String text;

    private String template;
    private String orderNo;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String recipient;
    private String recipientDigest;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String code;
    private @Nullable String bizId;
    private int attempts;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Message() {}

    @SuppressWarnings("NullAway.Init")
    Message(
            OutboundMessage message,
            String text,
            Channel channel,
            String recipient,
            String recipientDigest,
            Instant now) {
        this.step = message.step();
        this.template = message.template();
        this.orderNo = message.orderNo();
        this.text = text;
        this.channel = channel;
        this.recipient = recipient;
        this.recipientDigest = recipientDigest;
        this.createdAt = now;
        sending(now);
    }

    /** Another attempt begins. */
    void sending(Instant now) {
        status = Status.SENDING;
        code = null;
        attempts++;
        updatedAt = now;
    }

    void sent(@Nullable String bizId, Instant now) {
        this.bizId = bizId;
        became(Status.SENT, null, now);
    }

    void became(Status status, @Nullable String code, Instant now) {
        this.status = status;
        this.code = code == null || code.length() <= 80 ? code : code.substring(0, 80);
        this.updatedAt = now;
    }

    /** What the provider reports of the result of a message it took; only the first report counts. */
    boolean reported(boolean delivered, @Nullable String code, Instant now) {
        if (status != Status.SENT) {
            return false;
        }
        became(delivered ? Status.DELIVERED : Status.FAILED, delivered ? null : code, now);
        return true;
    }

    /** Whether the provider took it, whatever became of it then: it is never handed over again. */
    boolean taken() {
        return bizId != null || status == Status.SENT || status == Status.DELIVERED;
    }

    /** Whether it may have been taken without our knowing. */
    boolean unclear() {
        return status == Status.SENDING || status == Status.UNKNOWN;
    }

    long id() {
        return id;
    }

    /** Our number of it at the provider: unlike any other, also of another database. */
    String outId() {
        return orderNo + "-" + id;
    }

    String orderNo() {
        return orderNo;
    }

    String template() {
        return template;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** What it said; {@code null} where it is not kept, or not any more. */
    @Nullable
    String text() {
        return text;
    }

    Channel channel() {
        return channel;
    }

    String recipient() {
        return recipient;
    }

    Status status() {
        return status;
    }

    @Nullable
    String code() {
        return code;
    }

    int attempts() {
        return attempts;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
