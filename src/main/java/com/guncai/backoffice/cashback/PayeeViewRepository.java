package com.guncai.backoffice.cashback;

import org.springframework.data.repository.Repository;

interface PayeeViewRepository extends Repository<PayeeView, Long> {
    PayeeView save(PayeeView view);
}
