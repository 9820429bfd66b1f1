package com.guncai.backoffice.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs each {@link Backfill} after the start, and again until it finds nothing: a node of the release before may still
 * write in its own way while the nodes change over.
 */
@Component
class Backfills {
    private static final Logger log = LoggerFactory.getLogger(Backfills.class);

    private final List<Backfill> backfills;
    private final Set<Backfill> done = new HashSet<>();

    Backfills(List<Backfill> backfills) {
        this.backfills = backfills;
    }

    @Scheduled(
            initialDelayString = "${backoffice.encryption.backfill-after}",
            fixedDelayString = "${backoffice.encryption.backfill-every}")
    void run() {
        for (var backfill : backfills) {
            if (done.contains(backfill)) {
                continue;
            }
            try {
                var changed = backfill.run();
                if (changed == 0) {
                    done.add(backfill);
                } else {
                    log.info(
                            "{}: {} rows brought to how they are kept now",
                            backfill.getClass().getSimpleName(),
                            changed);
                }
            } catch (RuntimeException failure) {
                log.warn("{} goes on later: {}", backfill.getClass().getSimpleName(), failure.toString());
            }
        }
    }
}
