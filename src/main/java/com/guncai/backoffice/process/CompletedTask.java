package com.guncai.backoffice.process;

import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody completed.
 *
 * @param orderNo the order it is about; the number of its case where it is about none
 * @param task its id in the diagram, {@code name} as people know it
 * @param claimedBy who held it; {@code null} when it was completed without being claimed
 * @param completedBy {@code null} when it was no member of staff
 * @param entered what was entered in its form, by field; may name people
 */
public record CompletedTask(
        String taskId,
        String caseNo,
        String orderNo,
        String process,
        String task,
        String name,
        @Nullable String claimedBy,
        @Nullable String completedBy,
        Instant completedAt,
        Map<String, String> entered) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
