package com.guncai.backoffice.shared;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes every night what is kept no longer; what fails is tried again the next night, and says so. */
@Component
class RetentionSchedule {
    private static final Logger log = LoggerFactory.getLogger(RetentionSchedule.class);

    private final List<Retention> table;
    private final Clock clock;

    RetentionSchedule(List<Retention> table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(cron = "${backoffice.retention.at}", zone = "Asia/Shanghai")
    void carryOut() {
        var today = BusinessTime.today(clock);
        for (var line : table) {
            try {
                var removed = line.remove(BusinessTime.startOf(today.minus(line.kept())));
                if (removed > 0) {
                    log.info("Removed {} rows: {}", removed, line.what());
                }
            } catch (RuntimeException failure) {
                log.error("Could not remove what is kept no longer: {}", line.what(), failure);
            }
        }
    }
}
