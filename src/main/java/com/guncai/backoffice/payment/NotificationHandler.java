package com.guncai.backoffice.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of notification is about.
 *
 * @param <T> its content
 */
interface NotificationHandler<T> {
    /** For logs and metrics: {@code payment}, {@code refund}. */
    String name();

    /** As {@link WeChatPay#notification}. */
    Optional<WeChatPay.Notification<T>> opened(NotificationHeaders headers, String body);

    /** How long the number that it names may be. */
    default int longestNo() {
        return 32;
    }

    /** The order that it names, or the complaint. */
    @Nullable
    String orderNo(T content);

    /**
     * Records what it says, in one transaction with the notification itself.
     *
     * @throws com.guncai.backoffice.shared.ProblemException not found, when it is about nothing of ours
     */
    NotificationResult record(String orderNo, T content, String notificationId);
}
