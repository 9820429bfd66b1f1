package com.guncai.backoffice.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadlines that managers keep in {@code processes/Deadlines.dmn}, of every user task and of a few other waits. */
@Component
public class Deadlines {
    private static final String TABLE = "Deadlines";

    private final DecisionTables tables;

    Deadlines(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * The first row that fits.
     *
     * @param service code of the order's service; {@code null} for what belongs to no order
     * @param task id of the task in its diagram, or of another wait that the table names
     */
    public Deadline of(@Nullable String service, String task) {
        var question = Map.of(DeadlinesDecision.SERVICE, service == null ? "" : service, DeadlinesDecision.TASK, task);
        return tables.newest(TABLE).rows(question).stream()
                .findFirst()
                .map(DeadlinesDecision::deadline)
                .orElse(Deadline.STANDARD);
    }
}
