package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseProcess;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Writes no right for each task where a process belongs to one desk, which may work at all its tasks anyway
 * ({@code StaffSetup}): joining the task list with a row a task took seconds at two thousand open tasks. Where several
 * desks share a process, and where a manager gave a task to another desk, the engine grants task by task as usual.
 */
class ProcessAuthorizationProvider extends DefaultAuthorizationProvider {
    private final ApplicationContext context;

    ProcessAuthorizationProvider(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
        return isTheOnlyDesk(task, group) ? null : super.newTaskGroupIdentityLink(task, group, type);
    }

    /** The engine would let managers delete what they deployed, and with it the orders that run by it. */
    @Override
    public AuthorizationEntity @Nullable [] newDeployment(Deployment deployment) {
        return null;
    }

    private boolean isTheOnlyDesk(Task task, String group) {
        return task instanceof TaskEntity entity
                && entity.getProcessDefinition() != null
                && context.getBeansOfType(CaseProcess.class).values().stream()
                        .filter(process -> process.key()
                                .equals(entity.getProcessDefinition().getKey()))
                        .anyMatch(process -> process.hasSingleGroup()
                                && process.candidateGroups().contains(group));
    }
}
