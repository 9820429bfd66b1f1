package com.guncai.backoffice.staff.tasks;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.guncai.backoffice.process.OpenTask;
import com.guncai.backoffice.process.OpenTasks;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.TaskQueue;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of the task page, with the time by which they are judged: the sandbox may have moved it. */
@Hidden
@Validated
@RestController
@RequestMapping("/staff/api/tasks")
class TaskController {
    private static final int PAGE = 100;

    private static final Set<String> SEE_ALL = Set.of(StaffGroup.MANAGERS.id(), StaffGroup.ADMINISTRATORS.id());

    private final OpenTasks tasks;
    private final TaskSearch search;
    private final Clock clock;

    TaskController(OpenTasks tasks, TaskSearch search, Clock clock) {
        this.tasks = tasks;
        this.search = search;
        this.clock = clock;
    }

    /**
     * @param q what to look for in all lists; empty to read the list
     * @param desk id of a group, to see its tasks only
     */
    @GetMapping
    ResponseEntity<Answer> list(
            Authentication staff,
            @RequestParam(defaultValue = "FREE") TaskQueue queue,
            @RequestParam(defaultValue = "") @Size(max = 64) String desk,
            @RequestParam(defaultValue = "") @Size(max = 64) String q) {
        var reader = reader(staff);
        var counts = tasks.counts(reader, desk);
        var found = q.isBlank() ? tasks.page(reader, desk, queue, PAGE) : search.find(reader, q, PAGE);
        var answer = new Answer(
                BusinessTime.offset(clock.instant()),
                counts.stream()
                        .map(each -> new Queue(each.queue().name(), each.queue().label(), each.tasks(), each.overdue()))
                        .toList(),
                found.stream().map(this::item).toList(),
                q.isBlank() || !found.isEmpty() ? "" : search.explain(reader, q));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(answer);
    }

    static OpenTasks.Reader reader(Authentication staff) {
        var groups = staff.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(toUnmodifiableSet());
        return new OpenTasks.Reader(staff.getName(), groups, groups.stream().anyMatch(SEE_ALL::contains));
    }

    private Item item(OpenTask task) {
        var due = task.dueAt();
        return new Item(
                task.id(),
                task.key(),
                task.name(),
                task.assignee(),
                BusinessTime.offset(task.createdAt()),
                due == null ? null : BusinessTime.offset(due),
                due != null && due.isBefore(clock.instant()),
                task.orderNo(),
                task.summary(),
                task.mark());
    }

    /** @param notice why a search found nothing; else empty */
    record Answer(OffsetDateTime now, List<Queue> queues, List<Item> items, String notice) {}

    record Queue(String id, String label, int count, int overdue) {}

    record Item(
            String id,
            String key,
            String name,
            @Nullable String assignee,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime dueAt,
            boolean overdue,
            String orderNo,
            String summary,
            String mark) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
