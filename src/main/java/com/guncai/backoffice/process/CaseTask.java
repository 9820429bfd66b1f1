package com.guncai.backoffice.process;

import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task in the life of a case.
 *
 * @param key its id in the diagram
 * @param claimedBy who holds it or held it last; {@code null} for nobody
 * @param completedBy {@code null} while it is open, and where nobody wrote it down
 * @param endedAt {@code null} while it is open
 * @param completed whether it ended because somebody completed it, and not because the case went on without it
 * @param entered what was entered, by field; may name people
 */
public record CaseTask(
        String taskId,
        String caseNo,
        String key,
        String name,
        @Nullable Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable String claimedBy,
        @Nullable String completedBy,
        @Nullable Instant endedAt,
        boolean completed,
        Map<String, String> entered) {
    public boolean isOpen() {
        return endedAt == null;
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
