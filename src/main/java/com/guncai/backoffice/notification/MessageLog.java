package com.guncai.backoffice.notification;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers each message in transactions of its own, so that neither a job that rolls back nor a node that dies forgets
 * what was handed to a provider. A job holds one connection while it waits here for a second: the pool needs twice as
 * many as the job executor has threads.
 */
@Component
class MessageLog {
    private final MessageRepository messages;
    private final PersonalDataCipher personalData;
    private final MessageWordings wordings;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    MessageLog(
            MessageRepository messages,
            PersonalDataCipher personalData,
            MessageWordings wordings,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.messages = messages;
        this.personalData = personalData;
        this.wordings = wordings;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactionManager);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Opens an attempt. Only a {@link State#FRESH} one may be handed over at once; it is recorded as sending. */
    Attempt begin(OutboundMessage message, Channel channel, String masked, String recipient) {
        return inOwnTransaction(() -> {
            var digest = personalData.digest(recipient);
            var now = BusinessTime.now(clock);
            var earlier = messages.findByStepAndTemplateAndRecipientDigest(message.step(), message.template(), digest)
                    .orElse(null);
            if (earlier == null) {
                return attempt(
                        messages.saveAndFlush(
                                new Message(message, wordings.text(message), channel, masked, digest, now)),
                        State.FRESH,
                        now);
            }
            if (earlier.taken()) {
                return attempt(earlier, State.TAKEN, now);
            }
            if (earlier.unclear()) {
                return attempt(earlier, State.UNCLEAR, earlier.updatedAt());
            }
            if (channel == Channel.WECHAT && earlier.status() == Message.Status.REFUSED) {
                return attempt(earlier, State.REFUSED, earlier.updatedAt());
            }
            earlier.sending(now);
            return attempt(earlier, State.FRESH, now);
        });
    }

    /** An unclear attempt turned out not to have been taken: the next one begins. */
    void again(Attempt attempt) {
        change(attempt, message -> message.sending(BusinessTime.now(clock)));
    }

    void sent(Attempt attempt, @Nullable String bizId) {
        change(attempt, message -> message.sent(bizId, BusinessTime.now(clock)));
    }

    void became(Attempt attempt, Message.Status status, @Nullable String code) {
        change(attempt, message -> message.became(status, code, BusinessTime.now(clock)));
    }

    private void change(Attempt attempt, Consumer<Message> change) {
        ownTransaction.executeWithoutResult(
                status -> change.accept(messages.findById(attempt.id()).orElseThrow()));
    }

    private Attempt inOwnTransaction(Supplier<Attempt> work) {
        var attempt = ownTransaction.execute(status -> work.get());
        if (attempt == null) {
            throw new IllegalStateException("a transaction always answers here");
        }
        return attempt;
    }

    private static Attempt attempt(Message message, State state, Instant at) {
        return new Attempt(message.id(), message.outId(), state, at);
    }

    enum State {
        /** Nothing was handed over. */
        FRESH,
        /** The provider has it. */
        TAKEN,
        /** The provider may have it: ask. */
        UNCLEAR,
        /** The customer does not take it this way. */
        REFUSED
    }

    /** @param at when this attempt, or the unclear one before, began */
    record Attempt(long id, String outId, State state, Instant at) {}
}
