package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationContext;

/** Gives a new task to whom its case names, when nobody has it and it is for them: who bought the flowers follows them. */
class PreferredAssignee implements TaskListener {
    private final CaseProcesses processes;

    PreferredAssignee(ApplicationContext context) {
        this.processes = new CaseProcesses(context);
    }

    @Override
    public void notify(DelegateTask given) {
        var task = (TaskEntity) given;
        var process = processes.byKey(task.getProcessDefinition().getKey());
        var caseNo = task.getExecution().getProcessBusinessKey();
        if (process == null || caseNo == null || task.getAssignee() != null) {
            return;
        }
        var assignee = process.preferredAssignee(task.getTaskDefinitionKey(), caseNo);
        if (assignee != null && isCandidate(task, assignee)) {
            task.setAssignee(assignee);
        }
    }

    /** Only who is signed in is known with their groups; a manager who repairs a case takes no task by that. */
    private static boolean isCandidate(TaskEntity task, String assignee) {
        var caller = Context.getCommandContext().getAuthentication();
        return caller != null
                && assignee.equals(caller.getUserId())
                && caller.getGroupIds() != null
                && TaskCandidates.include(task, assignee, caller.getGroupIds());
    }
}
