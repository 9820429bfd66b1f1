package com.guncai.backoffice.process.engine;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import com.guncai.backoffice.process.StaffGroup;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Writes no right for each task: joining the task list with a row a task took seconds at two thousand open tasks. The desks
 * of a process hold rights to all of it ({@code StaffSetup}), and {@link TaskCandidateChecker} tells their tasks apart.
 * Another desk, to which a manager gave a task in a diagram, is granted the process with the first such task.
 */
class ProcessAuthorizationProvider extends DefaultAuthorizationProvider {
    private final CaseProcesses processes;

    ProcessAuthorizationProvider(ApplicationContext context) {
        this.processes = new CaseProcesses(context);
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
        var definition = task instanceof TaskEntity entity ? entity.getProcessDefinition() : null;
        if (definition == null) {
            return super.newTaskGroupIdentityLink(task, group, type);
        }
        return group.equals(StaffGroup.MANAGERS.id()) || isDeskOf(definition.getKey(), group)
                ? null
                : grantOnce(definition.getKey(), group);
    }

    /** Whoever holds a task is one of its candidates, who have their rights already. */
    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, String before, String assignee) {
        return task instanceof TaskEntity entity && !entity.getCandidates().isEmpty()
                ? null
                : super.newTaskAssignee(task, before, assignee);
    }

    /** The engine would let managers delete what they deployed, and with it the orders that run by it. */
    @Override
    public AuthorizationEntity @Nullable [] newDeployment(Deployment deployment) {
        return null;
    }

    private static AuthorizationEntity @Nullable [] grantOnce(String process, String group) {
        var granted = Context.getCommandContext()
                .getAuthorizationManager()
                .findAuthorizationByGroupIdAndResourceId(AUTH_TYPE_GRANT, group, Resources.PROCESS_DEFINITION, process);
        if (granted != null) {
            return null;
        }
        var grant = new AuthorizationEntity(AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(process);
        grant.addPermission(READ_TASK);
        grant.addPermission(TASK_WORK);
        return new AuthorizationEntity[] {grant};
    }

    private boolean isDeskOf(String key, String group) {
        var process = processes.byKey(key);
        return process != null && process.candidateGroups().contains(group);
    }
}
