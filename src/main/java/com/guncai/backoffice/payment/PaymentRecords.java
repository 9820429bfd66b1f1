package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Prepay;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the database knows of payments. Changes happen while the order's row is locked; nothing here is remote. */
@Service
@Transactional
class PaymentRecords {
    private final PaymentRepository payments;
    private final NotificationLog notifications;
    private final Orders orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String appId;
    private final String merchantId;

    PaymentRecords(
            PaymentRepository payments,
            NotificationLog notifications,
            Orders orders,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${backoffice.wechat.app-id}") String appId,
            WeChatPayProperties properties) {
        this.payments = payments;
        this.notifications = notifications;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
        this.appId = appId;
        this.merchantId = properties.merchantId();
    }

    /**
     * Records that an order was paid and lets it go on. A transaction that is known changes nothing; what is not as
     * agreed changes nothing either.
     *
     * @param notificationId of the notification that said it, recorded in the same transaction, so that a crash lets WeChat Pay
     *     repeat it; {@code null} when we asked ourselves
     * @throws com.guncai.backoffice.shared.ProblemException {@code ORDER_NOT_FOUND}
     */
    NotificationResult record(String orderNo, Transaction transaction, @Nullable String notificationId) {
        return notifications.once(orderNo, notificationId, () -> {
            var mismatch = transaction.mismatch(orders.get(orderNo), appId, merchantId);
            return mismatch == null ? pay(orderNo, transaction) : NotificationResult.mismatched(mismatch);
        });
    }

    private NotificationResult pay(String orderNo, Transaction transaction) {
        var transactionId = Objects.requireNonNull(transaction.transactionId());
        var fen = Objects.requireNonNull(transaction.totalFen());
        var payment = payments.findByOrderNo(orderNo).orElseGet(() -> new Payment(orderNo));
        if (payment.transactionId() != null) {
            return transactionId.equals(payment.transactionId())
                    ? NotificationResult.REPEATED
                    : NotificationResult.mismatched("SECOND_TRANSACTION");
        }
        var paidAt = Objects.requireNonNullElse(transaction.paidAt(), BusinessTime.now(clock));
        payment.paid(transactionId, fen, paidAt);
        payments.save(payment);
        orders.pay(orderNo, fen);
        events.publishEvent(new PaymentRecorded(orderNo, orders.get(orderNo).service(), transactionId, fen, paidAt));
        return NotificationResult.ACCEPTED;
    }

    /**
     * Keeps what lets the customer pay.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when something is known of the payment already
     */
    void announce(String orderNo, Prepay prepay) {
        var payment = new Payment(orderNo);
        payment.announced(prepay);
        payments.save(payment);
    }

    /** As {@link #announce} when another request was at it too: of two answers the first stays. */
    Prepay announced(String orderNo, Prepay prepay) {
        orders.locked(orderNo);
        var payment = payments.findByOrderNo(orderNo).orElseGet(() -> new Payment(orderNo));
        var earlier = payment.prepay();
        if (earlier != null) {
            return earlier;
        }
        payment.announced(prepay);
        payments.save(payment);
        return prepay;
    }

    @Transactional(readOnly = true)
    Optional<Prepay> prepay(String orderNo) {
        return payments.findByOrderNo(orderNo).map(Payment::prepay);
    }

    /** WeChat Pay's number of the payment; empty until it is recorded. */
    @Transactional(readOnly = true)
    Optional<String> transactionOf(String orderNo) {
        return payments.transactionOf(orderNo);
    }

    @Transactional(readOnly = true)
    boolean isShipped(String orderNo) {
        return payments.isShipped(orderNo);
    }

    void shipped(String orderNo) {
        payments.shipped(orderNo, BusinessTime.now(clock));
    }
}
