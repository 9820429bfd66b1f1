package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.RetryOnConflict;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Judges WeChat Pay's notifications. Whatever is not surely its word, or not as agreed, changes nothing. */
@Service
class NotificationVerifier {
    private final NotificationLog log;
    private final PaymentAlarms alarms;
    private final Clock clock;

    NotificationVerifier(NotificationLog log, PaymentAlarms alarms, Clock clock) {
        this.log = log;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Judges a notification and records what it says. Tried again when another transaction was at the same order or process;
     * each attempt is a transaction of its own.
     *
     * @throws RuntimeException when it could not be dealt with now: WeChat Pay shall repeat it
     */
    @RetryOnConflict
    public <T> NotificationResult verify(NotificationHandler<T> subject, NotificationHeaders headers, String body) {
        if (headers.isProbe()) {
            return told(subject, new NotificationResult(NotificationResult.Kind.PROBE, null), null);
        }
        if (!headers.isComplete()) {
            return refused(subject, new NotificationResult(NotificationResult.Kind.FORGED, "HEADERS"), null);
        }
        if (!headers.isTimely(clock)) {
            return refused(subject, new NotificationResult(NotificationResult.Kind.STALE, "TIMESTAMP"), null);
        }
        var notification = subject.opened(headers, body);
        return notification.isEmpty()
                ? refused(subject, new NotificationResult(NotificationResult.Kind.FORGED, "SIGNATURE"), null)
                : record(subject, notification.get());
    }

    private <T> NotificationResult record(NotificationHandler<T> subject, WeChatPay.Notification<T> notification) {
        var orderNo = subject.orderNo(notification.content());
        if (orderNo == null || orderNo.length() > subject.longestNo()) {
            return refused(subject, new NotificationResult(NotificationResult.Kind.UNKNOWN_ORDER, "ORDER_NO"), null);
        }
        try {
            return told(subject, subject.record(orderNo, notification.content(), notification.id()), orderNo);
        } catch (ProblemException problem) {
            if (problem.status() != HttpStatus.NOT_FOUND) {
                throw problem;
            }
            return refused(
                    subject, new NotificationResult(NotificationResult.Kind.UNKNOWN_ORDER, problem.code()), orderNo);
        }
    }

    private NotificationResult refused(
            NotificationHandler<?> subject, NotificationResult result, @Nullable String orderNo) {
        log.refused(orderNo, result);
        return told(subject, result, orderNo);
    }

    private NotificationResult told(
            NotificationHandler<?> subject, NotificationResult result, @Nullable String orderNo) {
        alarms.on(subject.name(), result, orderNo);
        return result;
    }
}
