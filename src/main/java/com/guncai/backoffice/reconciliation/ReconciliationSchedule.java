package com.guncai.backoffice.reconciliation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins to reconcile the days of WeChat Pay that are over, from 10:30 of the next. Every node looks; of two that open a day at
 * once the database lets one.
 */
@Component
public class ReconciliationSchedule {
    private static final Logger log = LoggerFactory.getLogger(ReconciliationSchedule.class);

    private final ReconciliationProcess process;
    private final TransactionTemplate transaction;
    private volatile boolean deployed;

    ReconciliationSchedule(ReconciliationProcess process, TransactionTemplate transaction) {
        this.process = process;
        this.transaction = transaction;
    }

    /** The diagrams are in force from here on. */
    @EventListener(ApplicationReadyEvent.class)
    void deployed() {
        deployed = true;
    }

    /** Opens what is due. */
    @Scheduled(
            fixedDelayString = "${backoffice.reconciliation.look-every}",
            initialDelayString = "${backoffice.reconciliation.look-every}")
    public void look() {
        if (!deployed) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> process.openDays());
        } catch (DuplicateKeyException another) {
            log.debug("Another node opened the day", another);
        }
    }
}
