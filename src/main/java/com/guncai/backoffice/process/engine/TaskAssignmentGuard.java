package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Lets clerks give back what they claimed, and managers hand a task to somebody who is there and is one of its candidates.
 * The engine knows one right for both, and takes any name.
 */
class TaskAssignmentGuard extends CommandInterceptor {
    private final TaskCandidates candidates;

    TaskAssignmentGuard(ApplicationContext context) {
        this.candidates = new TaskCandidates(context);
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!TaskCommand.isHandover(command)) {
            return next.execute(command);
        }
        var taskId = TaskCommand.taskId(command);
        var to = TaskCommand.assignee(command);
        if (to == null) {
            return next.execute(context -> isOwn(context, taskId) && TaskCommand.isGivingBack(command)
                    ? context.runWithoutAuthorization(command)
                    : command.execute(context));
        }
        next.execute(context -> {
            check(context, context.getTaskManager().findTaskById(taskId), to);
            return null;
        });
        return next.execute(command);
    }

    private void check(CommandContext context, @Nullable TaskEntity task, String to) {
        if (task == null || to.equals(task.getAssignee())) {
            return;
        }
        if (context.getReadOnlyIdentityProvider().findUserById(to) == null) {
            throw new BadUserRequestException("没有用户 " + to + "，请核对用户名");
        }
        if (!TaskCandidates.groups(task).isEmpty() && !TaskCandidates.include(context, task, to)) {
            throw new BadUserRequestException(
                    "任务“%s”只能交给%s的人，%s 不在其中".formatted(task.getName(), candidates.labels(task), to));
        }
    }

    private static boolean isOwn(CommandContext context, String taskId) {
        @Nullable String clerk = context.getAuthenticatedUserId();
        var task = context.getTaskManager().findTaskById(taskId);
        return clerk != null && task != null && clerk.equals(task.getAssignee());
    }
}
