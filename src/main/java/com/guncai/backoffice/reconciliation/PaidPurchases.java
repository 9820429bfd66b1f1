package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.ledger.Account;
import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.ledger.LedgerMovements;
import com.guncai.backoffice.ledger.LedgerMovements.Movement;
import com.guncai.backoffice.ledger.Posting;
import com.guncai.backoffice.shared.CompanyAccount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What staff buy at Meituan and Taopiaopiao is on the company's account there until a line of Alipay or the bank pays for it: one
 * that has the purchase's number and amount. It moves between the two accounts and is no difference.
 */
@Component
class PaidPurchases {
    private static final List<CompanyAccount> SELLERS = List.of(CompanyAccount.MEITUAN, CompanyAccount.TAOPIAOPIAO);

    private final LedgerMovements ledger;

    PaidPurchases(LedgerMovements ledger) {
        this.ledger = ledger;
    }

    /** What is bought and not paid, of some numbers. */
    List<Unpaid> of(BillSource source, Collection<String> numbers) {
        return source == BillSource.WECHAT
                ? List.of()
                : SELLERS.stream()
                        .map(seller -> new Unpaid(Account.of(seller), ledger.of(Account.of(seller), numbers)))
                        .toList();
    }

    /** The entry of a line that pays for one of them; {@code null} when it does not. */
    @Nullable
    Posting paying(BillSource source, BillLine line, List<Unpaid> unpaid) {
        if (line.amountFen() >= 0) {
            return null;
        }
        return unpaid.stream()
                .flatMap(seller -> Stream.concat(Stream.of(line.externalNo()), line.otherNos().stream())
                        .map(seller.byNumber()::get)
                        .filter(Objects::nonNull)
                        .filter(bought -> bought.amountFen() == line.amountFen())
                        .map(bought -> posting(source, line, seller.account(), bought)))
                .findFirst()
                .orElse(null);
    }

    private static Posting posting(BillSource source, BillLine line, Account seller, Movement bought) {
        return Posting.of(
                        Fact.MONEY_MOVED,
                        source + "/" + line.externalNo(),
                        line.at(),
                        "付采购款 " + seller.kind().label())
                .externalNo(bought.externalNo())
                .debit(seller, -line.amountFen())
                .credit(source.account(), -line.amountFen());
    }

    /** @param byNumber below zero what is bought and not paid */
    record Unpaid(Account account, Map<String, Movement> byNumber) {}
}
