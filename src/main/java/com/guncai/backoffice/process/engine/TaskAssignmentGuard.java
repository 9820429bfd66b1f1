package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Lets clerks give back what they claimed, and managers hand a task to somebody who is there. The engine knows one right
 * for both, and takes any name.
 */
class TaskAssignmentGuard extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof AssignTaskCmd)) {
            return next.execute(command);
        }
        var taskId = TaskCommand.taskId(command);
        var to = TaskCommand.assignee(command);
        return next.execute(context -> {
            if (to == null && isOwn(context, taskId)) {
                return context.runWithoutAuthorization(command);
            }
            if (to != null && context.getReadOnlyIdentityProvider().findUserById(to) == null) {
                throw new BadUserRequestException("没有用户 " + to + "，请核对用户名");
            }
            return command.execute(context);
        });
    }

    private static boolean isOwn(CommandContext context, String taskId) {
        @Nullable String clerk = context.getAuthenticatedUserId();
        var task = context.getTaskManager().findTaskById(taskId);
        return clerk != null && task != null && clerk.equals(task.getAssignee());
    }
}
