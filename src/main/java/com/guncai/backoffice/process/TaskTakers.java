package com.guncai.backoffice.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.context.ApplicationContext;

/**
 * Whose a task is: everybody claims for themselves, and what a colleague has claimed is theirs to complete. Whoever takes a
 * task that its process refuses them is told before they do the work and not only when they complete it.
 */
class TaskTakers extends CommandInterceptor {
    private final ApplicationContext context;

    TaskTakers(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var takes = command instanceof ClaimTaskCmd || command instanceof AssignTaskCmd;
        var completes = command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
        if (takes || completes) {
            var fields = new DirectFieldAccessor(command);
            var taskId = String.valueOf(fields.getPropertyValue("taskId"));
            next.execute(engine -> {
                var staff = engine.getAuthenticatedUserId();
                if (completes) {
                    checkCompletes(engine, taskId, staff);
                } else if (fields.getPropertyValue("userId") instanceof String taker) {
                    checkTakes(engine, taskId, taker, command instanceof ClaimTaskCmd ? staff : null);
                }
                return null;
            });
        }
        return next.execute(command);
    }

    private static void checkCompletes(CommandContext engine, String taskId, @Nullable String staff) {
        var task = engine.getTaskManager().findTaskById(taskId);
        var holder = task == null ? null : task.getAssignee();
        if (staff != null && holder != null && !holder.equals(staff)) {
            throw new BadUserRequestException("任务已由 " + holder + " 认领，请由对方完成，或请对方放弃认领");
        }
    }

    /** @param claimer who claims; {@code null} for a manager's handing over */
    private void checkTakes(CommandContext engine, String taskId, String taker, @Nullable String claimer) {
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
        var key = task.getProcessDefinition().getKey();
        var caseNo = task.getProcessInstance().getBusinessKey();
        return context.getBeansOfType(CaseProcess.class).values().stream()
                .filter(process -> process.key().equals(key))
                .findFirst()
                .map(process -> process.refusal(task.getTaskDefinitionKey(), caseNo, taker))
                .orElse(null);
    }
}
