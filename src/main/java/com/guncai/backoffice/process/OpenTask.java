package com.guncai.backoffice.process;

import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task as a list of tasks shows it.
 *
 * @param key its id in the diagram
 * @param assignee id of the user who holds it; {@code null} for nobody
 * @param orderNo empty where the case is about no order
 * @param summary what it is about, in a line
 * @param mark what the list says before it, see {@link TaskMarks}; empty for nothing
 */
public record OpenTask(
        String id,
        String key,
        String name,
        @Nullable String assignee,
        Instant createdAt,
        @Nullable Instant dueAt,
        String orderNo,
        String summary,
        String mark) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
