package com.guncai.backoffice.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a notification arrived and what came of it; never what it said. */
@Entity
class PaymentNotification {
    @Id
    @GeneratedValue
    private Long id;

    private @Nullable String notificationId;
    private Instant receivedAt;
    private @Nullable String orderNo;

    @Enumerated(EnumType.STRING)
    private NotificationResult.Kind outcome;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected PaymentNotification() {}

    /**
     * @param notificationId of the notification that took effect; {@code null} for any other
     */
    @SuppressWarnings("NullAway.Init")
    PaymentNotification(
            @Nullable String notificationId, Instant receivedAt, @Nullable String orderNo, NotificationResult result) {
        this.notificationId = notificationId;
        this.receivedAt = receivedAt;
        this.orderNo = orderNo;
        this.outcome = result.kind();
        this.reason = result.reason();
    }
}
