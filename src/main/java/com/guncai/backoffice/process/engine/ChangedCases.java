package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseChanged;
import com.guncai.backoffice.process.Conflicts;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Counts the deadlines of open tasks anew once a case has changed, in the transaction that changed it. */
@Component
class ChangedCases {
    private static final String SUMMARY = "summary";

    private final TaskService tasks;
    private final SpringProcessEngineConfiguration engine;
    private final TaskDeadlineListener deadlines;

    ChangedCases(TaskService tasks, SpringProcessEngineConfiguration engine, ApplicationContext context) {
        this.tasks = tasks;
        this.engine = engine;
        this.deadlines = new TaskDeadlineListener(context);
    }

    @EventListener
    void on(CaseChanged changed) {
        try {
            for (var task : tasks.createTaskQuery()
                    .processInstanceBusinessKey(changed.caseNo())
                    .list()) {
                engine.getCommandExecutorTxRequired().execute(update(task.getId(), changed.summary()));
            }
        } catch (ProcessEngineException failure) {
            if (Conflicts.isConflict(failure)) {
                throw new OptimisticLockingFailureException("another transaction moved the task first", failure);
            }
            throw failure;
        }
    }

    private Command<Void> update(String taskId, String summary) {
        return context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            if (task != null) {
                deadlines.recount(task);
                if (task.hasVariable(SUMMARY)) {
                    task.setVariable(SUMMARY, summary);
                }
            }
            return null;
        };
    }
}
