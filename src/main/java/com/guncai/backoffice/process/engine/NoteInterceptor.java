package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseNotes;
import com.guncai.backoffice.process.Processes;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Makes a comment at a task a note of its order. The engine would keep it at the one task, where nobody finds it any more once
 * the task is done, in clear, and would take it from anybody who knows the task's id.
 */
class NoteInterceptor extends CommandInterceptor {
    private final ApplicationContext context;

    NoteInterceptor(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof AddCommentCmd)) {
            return next.execute(command);
        }
        var note = TaskCommand.comment(command);
        @SuppressWarnings("unchecked")
        var result = (T) next.execute(engine -> noted(engine, note));
        return result;
    }

    private CommentEntity noted(CommandContext engine, TaskCommand.Note note) {
        var execution = execution(engine, note);
        var staff = engine.getAuthenticatedUserId();
        if (execution == null || staff == null) {
            throw new BadUserRequestException("备注只能写在办理中的任务上");
        }
        var orderNo = execution.getVariable(Processes.ORDER_NO);
        context.getBean(CaseNotes.class)
                .add(orderNo instanceof String number ? number : execution.getProcessBusinessKey(), note.text(), staff);
        var comment = new CommentEntity();
        comment.setUserId(staff);
        comment.setTime(ClockUtil.getCurrentTime());
        comment.setTaskId(note.taskId());
        comment.setProcessInstanceId(note.processInstanceId());
        comment.setMessage(note.text());
        comment.setFullMessage(note.text());
        return comment;
    }

    /** Only of what the writer may see. */
    private static @Nullable ExecutionEntity execution(CommandContext engine, TaskCommand.Note note) {
        var checkers = engine.getProcessEngineConfiguration().getCommandCheckers();
        if (note.taskId() != null) {
            var task = engine.getTaskManager().findTaskById(note.taskId());
            if (task == null) {
                return null;
            }
            checkers.forEach(checker -> checker.checkReadTask(task));
            return task.getExecution();
        }
        var instance = note.processInstanceId() == null
                ? null
                : engine.getExecutionManager().findExecutionById(note.processInstanceId());
        if (instance != null) {
            checkers.forEach(checker -> checker.checkReadProcessInstance(instance));
        }
        return instance;
    }
}
