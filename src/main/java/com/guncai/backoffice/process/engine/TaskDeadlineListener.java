package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.Deadline;
import com.guncai.backoffice.process.Deadlines;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Gives each user task its due date when it comes into being, also one that a manager adds to a diagram; a due date that is
 * drawn there stays. The follow-up date says when {@link TaskDeadlineWatch} looks at it next.
 */
class TaskDeadlineListener implements TaskListener {
    private final ApplicationContext context;
    private final CaseProcesses processes;

    TaskDeadlineListener(ApplicationContext context) {
        this.context = context;
        this.processes = new CaseProcesses(context);
    }

    @Override
    public void notify(DelegateTask task) {
        var process = process(task);
        if (process == null) {
            return; // somebody's own process: whoever drew it says what is due when
        }
        var deadline = deadline(process, task);
        var from = from(process, deadline, task);
        if (task.getDueDate() == null) {
            task.setDueDate(Date.from(from.plus(deadline.due())));
        }
        var next = deadline.reminder() == null ? deadline.escalation() : deadline.reminder();
        task.setFollowUpDate(next == null ? null : Date.from(from.plus(next)));
    }

    /** Counts anew from what was promised instead; who was reminded or told already is not reminded or told again. */
    void recount(TaskEntity task) {
        if (task.getTaskDefinition().getDueDateExpression() == null) {
            task.setDueDate(null);
        }
        if (task.getPriority() < TaskDeadlineWatch.REMINDED) {
            notify(task);
        } else {
            var stillToDo = task.getFollowUpDate() != null;
            notify(task);
            task.setFollowUpDate(stillToDo ? escalation(task) : null);
        }
    }

    /** When managers are told of a task; {@code null} for never. */
    @Nullable
    Date escalation(DelegateTask task) {
        var process = process(task);
        if (process == null) {
            return null;
        }
        var deadline = deadline(process, task);
        var escalation = deadline.escalation();
        return escalation == null
                ? null
                : Date.from(from(process, deadline, task).plus(escalation));
    }

    Deadline deadline(CaseProcess process, DelegateTask task) {
        return context.getBean(Deadlines.class).of(process.service(caseNo(task)), task.getTaskDefinitionKey());
    }

    @Nullable
    CaseProcess process(DelegateTask task) {
        return processes.byKey(((TaskEntity) task).getProcessDefinition().getKey());
    }

    private static Instant from(CaseProcess process, Deadline deadline, DelegateTask task) {
        var promised = deadline.fromPromise() ? process.promisedAt(caseNo(task)) : null;
        return promised == null ? task.getCreateTime().toInstant() : promised;
    }

    private static String caseNo(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
