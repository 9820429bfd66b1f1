package com.guncai.backoffice.ledger;

import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of other modules do with the ledger: post, and close the days that are over. */
@TestComponent
public class LedgerDays {
    private final Ledger ledger;
    private final LedgerClosing closing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerDays(Ledger ledger, LedgerClosing closing, TransactionTemplate transaction, Clock clock) {
        this.ledger = ledger;
        this.closing = closing;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void closeAll() {
        while (closing.closeNext() != null) {
            // one day after the other
        }
    }

    /** A coupon of PICC was used, now. Below zero: it was given back. */
    public void redeemed(String reference, Coupon.Kind kind, long fen) {
        posts(Posting.of(
                        fen > 0 ? Fact.COUPON_REDEEMED : Fact.COUPON_RETURNED, reference, BusinessTime.now(clock), "用券")
                .with(Account.picc(kind), fen)
                .with(Account.PREPAYMENT, -fen));
    }

    public void posts(Posting posting) {
        transaction.executeWithoutResult(status -> ledger.post(posting));
    }
}
