package com.guncai.backoffice.notification;

import com.guncai.backoffice.notification.MessageLog.Attempt;
import com.guncai.backoffice.notification.SmsSender.Outcome;
import com.guncai.backoffice.notification.SmsSender.Trace;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.MobileNumber;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends an SMS at most once a step: what may have been taken is looked up before anything is sent again. */
@Component
class SmsChannel {
    /** The provider's list may lag: a message younger than this and not listed may still turn up. */
    static final Duration LISTED_AFTER = Duration.ofSeconds(30);

    /** Nothing is handed over while the account cannot send. */
    static final String QUEUE_STOPPED = "QUEUE_STOPPED";

    private static final Logger log = LoggerFactory.getLogger(SmsChannel.class);

    private final SmsSender sender;
    private final SmsCircuitBreaker queue;
    private final MessageLog messages;
    private final MessageMetrics metrics;
    private final NotificationProperties properties;
    private final Clock clock;

    SmsChannel(
            SmsSender sender,
            SmsCircuitBreaker queue,
            MessageLog messages,
            MessageMetrics metrics,
            NotificationProperties properties,
            Clock clock) {
        this.sender = sender;
        this.queue = queue;
        this.messages = messages;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    SendResult send(OutboundMessage message, String phone) {
        var template = properties.template(message.template()).sms();
        if (queue.isStopped()) {
            metrics.attempted(Channel.SMS, message.template(), "held_back");
            return SendResult.later(QUEUE_STOPPED);
        }
        var attempt = messages.begin(message, Channel.SMS, MobileNumber.masked(phone), phone);
        if (attempt.state() == MessageLog.State.TAKEN) {
            return SendResult.done();
        }
        if (attempt.state() == MessageLog.State.UNCLEAR) {
            var known = lookUp(message, attempt, phone);
            if (known != null) {
                return known;
            }
            messages.again(attempt);
        }
        var sms = new SmsSender.Sms(
                phone, template, SmsParams.fitting(message.params(), message.placeholders()), attempt.outId());
        return concluded(message, attempt, sender.send(sms));
    }

    /** Records that a customer cannot be reached at all, and lets the process go on. */
    SendResult noNumber(OutboundMessage message) {
        var attempt = messages.begin(message, Channel.SMS, "", "");
        messages.became(attempt, Message.Status.FAILED, "NO_PHONE");
        metrics.attempted(Channel.SMS, message.template(), "unreachable");
        log.warn("{} not sent: the customer cannot be reached", message);
        return SendResult.done();
    }

    /** @return {@code null} when the provider never took it */
    private @Nullable SendResult lookUp(OutboundMessage message, Attempt attempt, String phone) {
        var today = BusinessTime.today(clock);
        var day = BusinessTime.local(attempt.at()).toLocalDate();
        var trace = sender.find(phone, attempt.outId(), day);
        if (trace instanceof Trace.Absent && day.isBefore(today)) {
            // an attempt just before midnight may be listed on the day after
            trace = sender.find(phone, attempt.outId(), day.plusDays(1));
        }
        log.info("{} looked up: {}", message, trace.getClass().getSimpleName());
        if (trace instanceof Trace.Waiting) {
            return concluded(message, attempt, new Outcome.Sent(""));
        }
        if (trace instanceof Trace.Delivered) {
            messages.became(attempt, Message.Status.DELIVERED, null);
            metrics.attempted(Channel.SMS, message.template(), "sent");
            return SendResult.done();
        }
        if (trace instanceof Trace.Failed failed) {
            return concluded(message, attempt, failed.outcome());
        }
        if (trace instanceof Trace.Unclear unclear) {
            return concluded(message, attempt, new Outcome.Unknown(unclear.code()));
        }
        var young = BusinessTime.now(clock).isBefore(attempt.at().plus(LISTED_AFTER));
        return young ? SendResult.later("NOT_LISTED_YET") : null;
    }

    private SendResult concluded(OutboundMessage message, Attempt attempt, Outcome outcome) {
        log.info("{} by SMS: {}", message, outcome);
        if (outcome instanceof Outcome.Sent sent) {
            messages.sent(attempt, sent.bizId().isEmpty() ? null : sent.bizId());
            return counted(message, "sent", SendResult.done());
        }
        if (outcome instanceof Outcome.Refused refused) {
            messages.became(attempt, Message.Status.REFUSED, refused.code());
            return counted(message, "refused", SendResult.never(refused.code()));
        }
        if (outcome instanceof Outcome.TryLater later) {
            messages.became(attempt, Message.Status.FAILED, later.code());
            return counted(message, "try_later", SendResult.later(later.code()));
        }
        if (outcome instanceof Outcome.QueueStopped stopped) {
            messages.became(attempt, Message.Status.FAILED, stopped.code());
            queue.stop(stopped.code());
            return counted(message, "queue_stopped", SendResult.later(stopped.code()));
        }
        var code = ((Outcome.Unknown) outcome).code();
        messages.became(attempt, Message.Status.UNKNOWN, code);
        return counted(message, "unknown", SendResult.later(code));
    }

    private SendResult counted(OutboundMessage message, String outcome, SendResult result) {
        metrics.attempted(Channel.SMS, message.template(), outcome);
        return result;
    }
}
