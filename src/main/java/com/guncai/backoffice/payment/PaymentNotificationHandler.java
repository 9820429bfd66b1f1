package com.guncai.backoffice.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notifications that an order was paid. */
@Component
class PaymentNotificationHandler implements NotificationHandler<Transaction> {
    static final String NAME = "payment";

    private final WeChatPay weChatPay;
    private final PaymentRecords records;

    PaymentNotificationHandler(WeChatPay weChatPay, PaymentRecords records) {
        this.weChatPay = weChatPay;
        this.records = records;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<WeChatPay.Notification<Transaction>> opened(NotificationHeaders headers, String body) {
        return weChatPay.notification(headers, body);
    }

    @Override
    public @Nullable String orderNo(Transaction transaction) {
        return transaction.orderNo();
    }

    @Override
    public NotificationResult record(String orderNo, Transaction transaction, String notificationId) {
        return records.record(orderNo, transaction, notificationId);
    }
}
