package com.guncai.backoffice.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the ledger in order, on every node: of two that look at once one waits, and finds that nothing is left to do. */
@Component
class LedgerSchedule {
    private static final Logger log = LoggerFactory.getLogger(LedgerSchedule.class);

    private final LedgerClosing closing;

    LedgerSchedule(LedgerClosing closing) {
        this.closing = closing;
    }

    /** Posts what is older than the ledger, then closes each day that is over. */
    @Scheduled(
            fixedDelayString = "${backoffice.ledger.look-every}",
            initialDelayString = "${backoffice.ledger.look-every}")
    public void look() {
        closing.postHistoryOnce();
        for (var day = closing.closeNext(); day != null; day = closing.closeNext()) {
            log.info("the ledger of {} is closed", day);
        }
    }
}
