package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets everybody claim for themselves only, and tells whoever takes a task that its process refuses them, before they do the
 * work and not only when they complete it.
 */
class TaskClaimGuard extends CommandInterceptor {
    private final ApplicationContext context;
    private final CaseProcesses processes;

    TaskClaimGuard(ApplicationContext context) {
        this.context = context;
        this.processes = new CaseProcesses(context);
    }

    @Override
    public <T> T execute(Command<T> command) {
        var taker = TaskCommand.isAssignment(command) ? TaskCommand.assignee(command) : null;
        if (taker == null) {
            return next.execute(command);
        }
        // One transaction: what the process locks to answer stays locked until the task is taken.
        var together = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return together.execute(status -> {
            next.execute(engine -> {
                var claimer = command instanceof ClaimTaskCmd ? engine.getAuthenticatedUserId() : null;
                check(engine, TaskCommand.taskId(command), taker, claimer);
                return null;
            });
            return next.execute(command);
        });
    }

    /** @param claimer who claims; {@code null} for a manager's handing over */
    private void check(CommandContext engine, String taskId, String taker, @Nullable String claimer) {
        if (claimer != null && !claimer.equals(taker)) {
            throw new BadUserRequestException("任务只能自己认领，要转交请找主管");
        }
        var task = engine.getTaskManager().findTaskById(taskId);
        var refusal = task == null || task.getProcessInstance() == null ? null : refusal(task, taker);
        if (refusal != null) {
            throw new BadUserRequestException(refusal);
        }
    }

    private @Nullable String refusal(TaskEntity task, String taker) {
        var caseNo = task.getProcessInstance().getBusinessKey();
        var process = processes.byKey(task.getProcessDefinition().getKey());
        return process == null ? null : process.claimVeto(task.getTaskDefinitionKey(), caseNo, taker);
    }
}
