package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.ledger.Account;
import com.guncai.backoffice.ledger.AccountNames;
import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.ledger.Ledger;
import com.guncai.backoffice.ledger.Posting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What resolving a difference posts: the account moves to what the other side says, against the account that it is about. A
 * refund that somebody made at WeChat Pay is the order's: it takes from the prepayment first and then from the revenue. Fees
 * are an entry of their own, as they are everywhere in the ledger.
 */
@Component
class DifferencePostings {
    /** As the ledger's column. */
    private static final int LONGEST_ORDER_NO = 32;

    private final Ledger ledger;
    private final AccountNames names;

    DifferencePostings(Ledger ledger, AccountNames names) {
        this.ledger = ledger;
        this.names = names;
    }

    void book(Difference difference) {
        postings(difference).forEach(ledger::post);
    }

    /** For people, before they decide: each account and what it will move. */
    @Transactional
    public Map<String, Long> preview(Difference difference) {
        var moves = new LinkedHashMap<String, Long>();
        postings(difference).forEach(posting -> posting.lines()
                .forEach((account, fen) -> moves.merge(names.of(account), fen, Long::sum)));
        return moves;
    }

    private List<Posting> postings(Difference difference) {
        var account = difference.source().account();
        var missing = difference.missingFen();
        var fee = difference.feeFen();
        var main =
                switch (difference.kind()) {
                    case FEE -> moved(of(Fact.WECHAT_FEE, difference), account, Account.WECHAT_FEE, missing);
                    case MOVED -> moved(of(Fact.MONEY_MOVED, difference), account, Account.BANK, missing);
                    case REFUND_WITHOUT_RECORD -> refund(difference);
                    default -> moved(of(Fact.DIFFERENCE_RESOLVED, difference), account, Account.SUSPENSE, missing);
                };
        var postings = new ArrayList<>(List.of(main));
        if (fee != 0) {
            postings.add(moved(of(Fact.WECHAT_FEE, difference), account, Account.WECHAT_FEE, fee));
        }
        return postings;
    }

    private Posting refund(Difference difference) {
        var fen = -difference.missingFen();
        var posting = of(Fact.DIFFERENCE_RESOLVED, difference)
                .credit(difference.source().account(), fen);
        var orderNo = difference.orderNo();
        if (orderNo == null || !ledger.isPosted(Fact.ORDER_PAID, orderNo)) {
            return posting.debit(Account.SUSPENSE, fen);
        }
        var left = fen;
        for (var each : new TreeMap<>(ledger.sums(orderNo)).entrySet()) {
            var kind = each.getKey().kind();
            var takes = Math.min(left, Math.max(0, -each.getValue()));
            if (kind == Account.Kind.PREPAYMENT || kind == Account.Kind.REVENUE) {
                posting = posting.debit(each.getKey(), takes);
                left -= takes;
            }
        }
        return posting.debit(Account.SUSPENSE, left);
    }

    private static Posting moved(Posting posting, Account account, Account against, long fen) {
        return posting.with(account, fen).with(against, -fen);
    }

    private static Posting of(Fact fact, Difference difference) {
        var orderNo = difference.orderNo();
        return new Posting(
                fact,
                difference.differenceNo(),
                difference.at(),
                Fact.DIFFERENCE_RESOLVED.label() + " " + difference.kind().label(),
                null,
                orderNo == null || orderNo.isEmpty() || orderNo.length() > LONGEST_ORDER_NO ? null : orderNo,
                difference.externalNo(),
                null,
                null,
                Map.of());
    }
}
