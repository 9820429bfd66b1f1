package com.guncai.backoffice.staff.people;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks on every node whether somebody begins or ceases to stand in. */
@Component
class StandInWatch {
    private static final Logger log = LoggerFactory.getLogger(StandInWatch.class);

    private final StandIns standIns;

    StandInWatch(StandIns standIns) {
        this.standIns = standIns;
    }

    /** Each on its own: one that cannot be carried out, which is tried again, keeps no other. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void look() {
        for (var id : standIns.due()) {
            try {
                standIns.carryOut(id);
            } catch (RuntimeException failure) {
                log.error("Stand-in {} could not begin or end", id, failure);
            }
        }
    }
}
