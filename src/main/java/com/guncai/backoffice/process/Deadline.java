package com.guncai.backoffice.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take. All times count from the same moment.
 *
 * @param fromPromise from the time that the customer was promised; otherwise from the beginning
 * @param due until it should be done
 * @param reminder until its group is reminded, once; {@code null} for never
 * @param escalation until managers are told, once; {@code null} for never
 * @param message code of the message that reminds the group
 */
public record Deadline(
        boolean fromPromise, Duration due, @Nullable Duration reminder, @Nullable Duration escalation, String message) {
    /** While there is no table. */
    static final Deadline STANDARD = new Deadline(
            false, Duration.ofHours(4), Duration.ofHours(4), Duration.ofHours(24), DeadlinesDecision.MESSAGES.get(0));
}
