package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** What somebody has claimed is theirs to complete: a colleague would buy or pay a second time. Who did is written down. */
class TaskOwnerGuard extends CommandInterceptor {
    private final TaskCompletionRecorder recorder;

    TaskOwnerGuard(TaskCompletionRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!TaskCommand.isCompletion(command)) {
            return next.execute(command);
        }
        var taskId = TaskCommand.taskId(command);
        var formFields = TaskCommand.formFields(command);
        // Within the command, which reads the task anyway.
        return next.execute(context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            check(context, task);
            claim(context, task);
            var completed = recorder.of(task, context.getAuthenticatedUserId(), formFields);
            var result = command.execute(context);
            recorder.record(completed);
            return result;
        });
    }

    /** Whoever completes a task that nobody holds has claimed it by that. */
    private static void claim(CommandContext context, @Nullable TaskEntity task) {
        var staff = context.getAuthenticatedUserId();
        if (staff != null
                && task != null
                && task.getAssignee() == null
                && !task.getCandidates().isEmpty()) {
            task.setAssignee(staff);
        }
    }

    private static void check(CommandContext context, @Nullable TaskEntity task) {
        var staff = context.getAuthenticatedUserId();
        var holder = staff == null || task == null ? null : task.getAssignee();
        if (holder != null && !holder.equals(staff)) {
            throw new BadUserRequestException("任务已由 " + holder + " 认领，请由对方完成，或请对方放弃认领");
        }
    }
}
