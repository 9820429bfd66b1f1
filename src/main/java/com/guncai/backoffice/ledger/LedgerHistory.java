package com.guncai.backoffice.ledger;

import com.guncai.backoffice.cashback.CashbackTransferred;
import com.guncai.backoffice.codepurchase.CodesOrdered;
import com.guncai.backoffice.coupon.CodeUsed;
import com.guncai.backoffice.coupon.CodesDiscarded;
import com.guncai.backoffice.coupon.CodesImported;
import com.guncai.backoffice.order.OrderCompleted;
import com.guncai.backoffice.order.PurchaseRecorded;
import com.guncai.backoffice.payment.PaymentRecorded;
import com.guncai.backoffice.refund.RefundPaid;
import com.guncai.backoffice.shared.RecordedFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts what happened before there was a ledger: has every module tell its facts again. What is posted already stays as it is,
 * so that it can run again. Entries count to the day of their fact while that day is open, and to today otherwise.
 */
@Component
class LedgerHistory {
    private static final Logger log = LoggerFactory.getLogger(LedgerHistory.class);
    private static final int AT_A_TIME = 200;

    private final List<RecordedFacts> modules;
    private final OrderPostings ofOrders;
    private final CodePostings ofCodes;
    private final TransactionTemplate apart;

    LedgerHistory(
            List<RecordedFacts> modules,
            OrderPostings ofOrders,
            CodePostings ofCodes,
            PlatformTransactionManager transactions) {
        this.modules = modules;
        this.ofOrders = ofOrders;
        this.ofCodes = ofCodes;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param lastClosed the last day that is closed; who calls sees to it that none is closed meanwhile
     * @return how many facts were told
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long post(@Nullable LocalDate lastClosed) {
        var told = new long[1];
        for (var module : modules) {
            var facts = new ArrayList<Object>();
            module.forEach(fact -> {
                facts.add(fact);
                if (facts.size() == AT_A_TIME) {
                    post(facts, lastClosed);
                    facts.clear();
                }
                told[0]++;
            });
            post(facts, lastClosed);
        }
        log.info("{} facts from before the ledger are posted", told[0]);
        return told[0];
    }

    private void post(List<Object> facts, @Nullable LocalDate lastClosed) {
        apart.executeWithoutResult(status -> {
            PendingPostings.begin().backTo(lastClosed);
            facts.forEach(this::post);
        });
    }

    private void post(Object fact) {
        if (fact instanceof PaymentRecorded paid) {
            ofOrders.on(paid);
        } else if (fact instanceof OrderCompleted completed) {
            ofOrders.on(completed);
        } else if (fact instanceof RefundPaid refund) {
            ofOrders.again(refund);
        } else if (fact instanceof CashbackTransferred transferred) {
            ofOrders.on(transferred);
        } else if (fact instanceof PurchaseRecorded purchase) {
            ofOrders.again(purchase);
        } else if (fact instanceof CodesOrdered ordered) {
            ofCodes.on(ordered);
        } else if (fact instanceof CodesImported imported) {
            ofCodes.on(imported);
        } else if (fact instanceof CodesDiscarded discarded) {
            ofCodes.on(discarded);
        } else if (fact instanceof CodeUsed used) {
            ofCodes.on(used);
        }
    }
}
