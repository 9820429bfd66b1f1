package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Posted with its fact, and once. */
class EntriesWithTheirFactIT extends OrderEntriesFixture {
    @Autowired
    LedgerClosing closing;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aCrashBeforeTheCommitLeavesNeitherTheFactNorItsEntries() {
        var orderNo = customer.topsUp("13800000000", 5000).is(201).text("/orderNo");
        var process = engine.paid(customer, orderNo);
        var before = story(orderNo);
        var answers =
                Map.<String, Object>of("toppedUp", true, "transactionNo", "ZFB" + orderNo, "purchaseCostYuan", "49.85");

        transaction.executeWithoutResult(status -> {
            engine.complete(process, "Task_TopUpPhone", answers);
            status.setRollbackOnly();
        });
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        assertThat(story(orderNo)).isEqualTo(before);

        engine.complete(process, "Task_TopUpPhone", answers);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        assertThat(story(orderNo)).hasSize(before.size() + 2);
    }

    /** What this ledger lacks is told again; what it has stays as it is. */
    @Test
    void theHistoryIsPostedOnce() {
        var orderNo = customer.topsUp("13800000000", 10000).is(201).text("/orderNo");
        engine.paid(customer, orderNo);
        var before = story(orderNo);

        closing.postHistory();
        closing.postHistory();

        assertThat(story(orderNo)).isEqualTo(before);
    }
}
