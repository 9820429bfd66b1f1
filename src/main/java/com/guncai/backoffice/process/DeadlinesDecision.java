package com.guncai.backoffice.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@link Deadlines} reads from {@code processes/Deadlines.dmn}; times are whole minutes. */
@Component
class DeadlinesDecision implements ManagedDecision {
    static final String SERVICE = "service";
    static final String TASK = "task";

    /** Codes of the messages that remind a group; the first one is the usual one. */
    static final List<String> MESSAGES = List.of("DESK_TASK_OVERDUE", "DESK_DELIVERY_OVERDUE");

    private static final String FROM = "from";
    private static final String PROMISED = "PROMISED";
    private static final String DUE = "dueMinutes";
    private static final String REMINDER = "reminderMinutes";
    private static final String ESCALATION = "escalationMinutes";
    private static final String MESSAGE = "reminderMessage";

    @Override
    public String title() {
        return "时限";
    }

    @Override
    public List<DecisionColumn> inputs() {
        return List.of(
                DecisionColumn.text(SERVICE).orEmpty(),
                DecisionColumn.text(TASK).orEmpty());
    }

    @Override
    public List<DecisionColumn> outputs() {
        return List.of(
                DecisionColumn.code(FROM, List.of("CREATED", PROMISED)),
                DecisionColumn.wholeNumber(DUE),
                DecisionColumn.wholeNumber(REMINDER).orEmpty(),
                DecisionColumn.wholeNumber(ESCALATION).orEmpty(),
                DecisionColumn.code(MESSAGE, MESSAGES).orEmpty());
    }

    @Override
    public @Nullable String complaint(Map<String, @Nullable Object> row) {
        var deadline = deadline(row);
        var reminder = deadline.reminder();
        var escalation = deadline.escalation();
        return reminder != null && escalation != null && escalation.compareTo(reminder) < 0 ? "上报主管不能早于催办" : null;
    }

    static Deadline deadline(Map<String, @Nullable Object> row) {
        var due = minutes(row.get(DUE));
        return new Deadline(
                PROMISED.equals(row.get(FROM)),
                due == null ? Duration.ZERO : due,
                minutes(row.get(REMINDER)),
                minutes(row.get(ESCALATION)),
                row.get(MESSAGE) instanceof String message ? message : MESSAGES.get(0));
    }

    private static @Nullable Duration minutes(@Nullable Object value) {
        return value instanceof Number number ? Duration.ofMinutes(number.longValue()) : null;
    }
}
