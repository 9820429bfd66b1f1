package com.guncai.backoffice.settlement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins to settle the month before, and tells of the ceiling. Every node looks; of two that do the same at once the database
 * lets one.
 */
@Component
public class SettlementSchedule {
    private static final Logger log = LoggerFactory.getLogger(SettlementSchedule.class);

    private final SettlementProcess process;
    private final TransactionTemplate transaction;
    private volatile boolean deployed;

    SettlementSchedule(SettlementProcess process, TransactionTemplate transaction) {
        this.process = process;
        this.transaction = transaction;
    }

    /** The diagrams are in force from here on. */
    @EventListener(ApplicationReadyEvent.class)
    void deployed() {
        deployed = true;
    }

    /** Opens the statement that is due, and raises the alarms that are. */
    @Scheduled(
            fixedDelayString = "${backoffice.settlement.look-every}",
            initialDelayString = "${backoffice.settlement.look-every}")
    public void look() {
        if (deployed) {
            once(process::openDue);
            once(process::raiseAlarms);
        }
    }

    private void once(Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (DuplicateKeyException another) {
            log.debug("Another node did it", another);
        }
    }
}
