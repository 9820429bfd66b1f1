package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.TaskEscalationDue;
import com.guncai.backoffice.process.TaskReminderDue;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds a task's group once, and tells managers once. A task's priority says how far it is, so that overdue ones come first
 * where lists are sorted by it; its follow-up date says when it is looked at next. Every node watches: of two that look at one
 * task at once, the engine lets the second one's whole transaction fail.
 */
@Component
public class TaskDeadlineWatch {
    static final int REMINDED = 60;
    static final int ESCALATED = 70;

    private static final Logger log = LoggerFactory.getLogger(TaskDeadlineWatch.class);
    private static final int AT_ONCE = 200;

    private final TaskService tasks;
    private final SpringProcessEngineConfiguration engine;
    private final ApplicationEventPublisher events;
    private final TaskDeadlineListener deadlines;
    private final Clock clock;

    TaskDeadlineWatch(
            TaskService tasks,
            SpringProcessEngineConfiguration engine,
            ApplicationContext context,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.engine = engine;
        this.events = events;
        this.deadlines = new TaskDeadlineListener(context);
        this.clock = clock;
    }

    /** Looks at every task whose time has come. */
    @Scheduled(
            fixedDelayString = "${backoffice.deadlines.look-every}",
            initialDelayString = "${backoffice.deadlines.look-every}")
    public void look() {
        List<Task> due;
        do {
            due = tasks.createTaskQuery()
                    .followUpBefore(Date.from(clock.instant()))
                    .orderByFollowUpDate()
                    .asc()
                    .listPage(0, AT_ONCE);
        } while (due.stream().filter(this::announced).count() == AT_ONCE);
    }

    private boolean announced(Task task) {
        try {
            engine.getCommandExecutorTxRequired().execute(announce(task.getId()));
            return true;
        } catch (ProcessEngineException failure) {
            log.warn("Task {} could not be looked at now: {}", task.getTaskDefinitionKey(), failure.getMessage());
            return false;
        }
    }

    private Command<Void> announce(String taskId) {
        return context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            if (task != null && task.getFollowUpDate() != null) {
                announce(task);
            }
            return null;
        };
    }

    private void announce(TaskEntity task) {
        var caseNo = String.valueOf(task.getVariable(Processes.ORDER_NO));
        var process = deadlines.process(task);
        var escalation = deadlines.escalation(task);
        var now = Date.from(clock.instant());
        if (process != null
                && task.getPriority() < REMINDED
                && deadlines.deadline(process, task).reminder() != null) {
            var groups = task.getCandidates().stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                    .map(IdentityLink::getGroupId)
                    .collect(Collectors.toSet());
            events.publishEvent(new TaskReminderDue(
                    caseNo, groups, deadlines.deadline(process, task).message()));
            task.setPriority(REMINDED);
        } else if (escalation != null && task.getPriority() < ESCALATED && !escalation.after(now)) {
            events.publishEvent(new TaskEscalationDue(caseNo));
            task.setPriority(ESCALATED);
        }
        task.setFollowUpDate(task.getPriority() < ESCALATED ? escalation : null);
    }
}
