package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.StaffGroup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * What a person should look at, counted whenever the metrics are collected: {@code work.tasks.open} by desk,
 * {@code work.tasks.overdue} and {@code work.incidents} of all.
 */
@Component
class WorkMetrics implements MeterBinder {
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final List<StaffGroup> groups;

    WorkMetrics(TaskService tasks, RuntimeService runtime, List<StaffGroup> groups) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.groups = groups;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var desk : groups) {
            Gauge.builder("work.tasks.open", () -> openAt(desk))
                    .tag("desk", desk.id())
                    .description("tasks of a desk, claimed or not")
                    .register(meters);
        }
        Gauge.builder("work.tasks.overdue", this::overdue)
                .description("tasks past their due date")
                .register(meters);
        Gauge.builder("work.incidents", this::incidents)
                .description("steps that failed for good and wait for a manager")
                .register(meters);
    }

    private long openAt(StaffGroup desk) {
        return tasks.createTaskQuery()
                .taskCandidateGroup(desk.id())
                .includeAssignedTasks()
                .count();
    }

    private long overdue() {
        return tasks.createTaskQuery().dueBefore(ClockUtil.getCurrentTime()).count();
    }

    private long incidents() {
        return runtime.createIncidentQuery().count();
    }
}
