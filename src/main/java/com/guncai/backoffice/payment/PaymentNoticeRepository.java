package com.guncai.backoffice.payment;

import org.springframework.data.repository.Repository;

interface PaymentNoticeRepository extends Repository<PaymentNotice, Long> {
    PaymentNotice save(PaymentNotice notice);
}
