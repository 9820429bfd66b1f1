package com.guncai.backoffice.process;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What happened in the processes of a case: its tasks, from the engine's history as long as that is kept, and from what was
 * written down when they were completed. Asks as the system does: whoever shows it says who may see it.
 */
@Component
public class CaseHistory {
    private final HistoryService history;
    private final CompletedTasks completed;

    CaseHistory(@Lazy HistoryService history, CompletedTasks completed) {
        this.history = history;
        this.completed = completed;
    }

    /**
     * Oldest first; two queries.
     *
     * @param caseNos further cases about the same order
     */
    public List<CaseTask> tasks(String orderNo, Collection<String> caseNos) {
        var all = new ArrayList<>(caseNos);
        all.add(orderNo);
        var written = completed.ofOrder(orderNo).stream()
                .collect(toMap(CompletedTask::taskId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var tasks = new ArrayList<CaseTask>();
        for (var task : history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKeyIn(all.toArray(String[]::new))
                .list()) {
            tasks.add(task(task, written.remove(task.getId()), orderNo));
        }
        written.values().forEach(task -> tasks.add(task(task)));
        tasks.sort(Comparator.comparing(CaseHistory::begin).thenComparing(CaseTask::taskId));
        return tasks;
    }

    private static Instant begin(CaseTask task) {
        return Objects.requireNonNullElse(task.createdAt() == null ? task.endedAt() : task.createdAt(), Instant.EPOCH);
    }

    private static CaseTask task(HistoricTaskInstance task, @Nullable CompletedTask written, String orderNo) {
        return new CaseTask(
                task.getId(),
                written == null ? orderNo : written.caseNo(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                instant(task.getStartTime()),
                instant(task.getDueDate()),
                written == null ? task.getAssignee() : written.claimedBy(),
                written == null ? null : written.completedBy(),
                instant(task.getEndTime()),
                written != null || "completed".equals(task.getDeleteReason()),
                written == null ? Map.of() : written.entered());
    }

    private static CaseTask task(CompletedTask task) {
        return new CaseTask(
                task.taskId(),
                task.caseNo(),
                task.task(),
                task.name(),
                null,
                null,
                task.claimedBy(),
                task.completedBy(),
                task.completedAt(),
                true,
                task.entered());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
