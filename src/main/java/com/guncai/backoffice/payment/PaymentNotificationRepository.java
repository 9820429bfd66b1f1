package com.guncai.backoffice.payment;

import org.springframework.data.repository.Repository;

interface PaymentNotificationRepository extends Repository<PaymentNotification, Long> {
    PaymentNotification save(PaymentNotification notification);
}
