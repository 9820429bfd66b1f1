package com.guncai.backoffice.refund;

import org.springframework.data.repository.Repository;

interface BankFlowRepository extends Repository<BankFlow, Long> {
    BankFlow save(BankFlow entry);
}
