package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down every notification and what came of it, and lets none take effect twice. */
@Component
@Transactional
class NotificationLog {
    private final PaymentNotificationRepository notifications;
    private final Orders orders;
    private final Clock clock;

    NotificationLog(PaymentNotificationRepository notifications, Orders orders, Clock clock) {
        this.notifications = notifications;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Lets a notification take effect, with the order's row locked. Effect and record commit together, so that a crash lets
     * WeChat Pay repeat it. An effect finds by itself what is known already; should one not, the notification's unique number
     * refuses the transaction.
     *
     * @param notificationId {@code null} when we asked ourselves; then only a mismatch is written down
     * @throws com.guncai.backoffice.shared.ProblemException {@code ORDER_NOT_FOUND}
     */
    NotificationResult once(String orderNo, @Nullable String notificationId, Supplier<NotificationResult> effect) {
        orders.locked(orderNo);
        var result = effect.get();
        if (notificationId != null || result.kind() == NotificationResult.Kind.MISMATCHED) {
            var tookEffect = result.kind() == NotificationResult.Kind.ACCEPTED ? notificationId : null;
            notifications.save(new PaymentNotification(tookEffect, BusinessTime.now(clock), orderNo, result));
        }
        return result;
    }

    /** As above for one that is about no order. */
    NotificationResult once(String notificationId, Supplier<NotificationResult> effect) {
        var result = effect.get();
        var tookEffect = result.kind() == NotificationResult.Kind.ACCEPTED ? notificationId : null;
        notifications.save(new PaymentNotification(tookEffect, BusinessTime.now(clock), null, result));
        return result;
    }

    /** Writes down a notification that changed nothing. */
    void refused(@Nullable String orderNo, NotificationResult result) {
        notifications.save(new PaymentNotification(null, BusinessTime.now(clock), orderNo, result));
    }
}
