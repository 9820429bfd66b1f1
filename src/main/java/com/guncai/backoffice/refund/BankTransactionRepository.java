package com.guncai.backoffice.refund;

import org.springframework.data.repository.Repository;

interface BankTransactionRepository extends Repository<BankTransaction, Long> {
    BankTransaction save(BankTransaction entry);
}
