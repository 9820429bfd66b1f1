package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** What somebody has claimed is theirs to complete: a colleague would buy or pay a second time. */
class TaskOwnerGuard extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        if (!TaskCommand.isCompletion(command)) {
            return next.execute(command);
        }
        var taskId = TaskCommand.taskId(command);
        // Within the command, which reads the task anyway.
        return next.execute(context -> {
            check(context, taskId);
            return command.execute(context);
        });
    }

    private static void check(CommandContext context, String taskId) {
        var staff = context.getAuthenticatedUserId();
        var task = staff == null ? null : context.getTaskManager().findTaskById(taskId);
        var holder = task == null ? null : task.getAssignee();
        if (holder != null && !holder.equals(staff)) {
            throw new BadUserRequestException("任务已由 " + holder + " 认领，请由对方完成，或请对方放弃认领");
        }
    }
}
