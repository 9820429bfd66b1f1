package com.guncai.backoffice.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadlines that managers keep in {@code processes/Deadlines.dmn}, of every user task and of a few other waits. */
@Component
public class Deadlines {
    private static final String TABLE = "Deadlines";

    /** Asked for every order and task, and changed once in a while: a new version counts this much later at the most. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DecisionTables tables;
    private final Clock clock;
    private volatile @Nullable Known known;

    Deadlines(DecisionTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * The first row that fits.
     *
     * @param service code of the order's service; {@code null} for what belongs to no order
     * @param task id of the task in its diagram, or of another wait that the table names
     */
    public Deadline of(@Nullable String service, String task) {
        var question = Map.of(DeadlinesDecision.SERVICE, service == null ? "" : service, DeadlinesDecision.TASK, task);
        return table().rows(question).stream()
                .findFirst()
                .map(DeadlinesDecision::deadline)
                .orElse(Deadline.STANDARD);
    }

    private DecisionTables.Table table() {
        var now = clock.instant();
        var last = known;
        if (last == null || !now.isBefore(last.until())) {
            last = new Known(tables.newest(TABLE), now.plus(FRESH));
            known = last;
        }
        return last.table();
    }

    private record Known(DecisionTables.Table table, Instant until) {}
}
