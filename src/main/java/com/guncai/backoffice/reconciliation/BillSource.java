package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.ledger.Account;
import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose word is compared with the ledger. */
enum BillSource {
    WECHAT("微信支付", Account.WECHAT, Set.of(Fact.ORDER_PAID, Fact.REFUNDED)),
    ALIPAY("支付宝", Account.ALIPAY, byHand()),
    BANK("银行", Account.BANK, byHand());

    private final String label;
    private final Account account;
    private final Set<Fact> facts;

    BillSource(String label, Account account, Set<Fact> facts) {
        this.label = label;
        this.account = account;
        this.facts = facts;
    }

    /** The Chinese name, fit to show. */
    String label() {
        return label;
    }

    /** Of the ledger. */
    Account account() {
        return account;
    }

    /** Entries of which there has to be a line. */
    Set<Fact> facts() {
        return facts;
    }

    /** What staff do with money of an account and record with its number. */
    private static Set<Fact> byHand() {
        return Set.of(Fact.CASHBACK_PAID, Fact.PURCHASED, Fact.REFUNDED_BY_HAND, Fact.SETTLEMENT_RECEIVED);
    }

    /** @throws ProblemException {@code ACCOUNT_INVALID} unless it is one of which statements are handed in */
    static BillSource ofStatement(@Nullable Object entered) {
        for (var source : new BillSource[] {ALIPAY, BANK}) {
            if (source.name().equals(entered)) {
                return source;
            }
        }
        throw ProblemException.invalid(ProblemCode.ACCOUNT_INVALID, "请选择这是支付宝还是银行的对账单");
    }
}
