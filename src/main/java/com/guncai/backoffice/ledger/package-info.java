/**
 * 流水: double entry. Every fact that moves money or value posts one balanced entry in the fact's own transaction; entries are
 * never changed, only reversed, and the sum of all lines is zero at any time. Other modules announce facts and do not know the
 * ledger; those that stand on top of it (reconciliation, settlement) post and read:
 *
 * <pre>{@code
 * ledger.post(Posting.of(Fact.SETTLEMENT_RECEIVED, bankFlowNo, receivedAt, "人保回款 2026-11")
 *         .externalNo(bankFlowNo)
 *         .debit(Account.BANK, fen)
 *         .credit(Account.picc(CouponKind), fen));   // balanced, or refused
 * ledger.reverse(entryId, "重复登记");                // once an entry
 * entries.ofOrder(orderNo);  entries.find(Fact.ORDER_PAID, orderNo);  entries.page(filter, after, size);
 * balances.on(day);          balances.history(account, from, to);
 * }</pre>
 *
 * {@link com.guncai.backoffice.ledger.Ledger#post} needs a transaction and writes when it commits, all entries of a transaction
 * in two statements. Fact and reference are the idempotency key: what is posted already is left out. A new kind of fact is a
 * new constant of {@link com.guncai.backoffice.ledger.Fact} and a migration of {@code ledger_entry_fact_known}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "cashback",
            "codepurchase",
            "coupon",
            "order",
            "payment",
            "process",
            "refund",
            "shared",
            "spreadsheet"
        })
package com.guncai.backoffice.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
