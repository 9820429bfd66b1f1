package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseUnfinishedException;
import com.guncai.backoffice.process.ModelFaults;
import com.guncai.backoffice.process.Processes;
import java.util.Objects;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a diagram does wrong behind a clerk's task is an incident of that task, for managers; the clerk is told so, and the
 * task stays. The incident goes away when the task is completed ({@link TaskFaultEnd}).
 */
class TaskFaultInterceptor extends CommandInterceptor {
    /** Type of the incident; its configuration is the task's id. */
    static final String INCIDENT = "modelFault";

    @Override
    public <T> T execute(Command<T> command) {
        if (!TaskCommand.isCompletion(command) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            var sentence = sentence(failure);
            if (sentence == null) {
                throw failure;
            }
            next.execute(engine -> {
                report(engine, TaskCommand.taskId(command), sentence);
                return null;
            });
            throw new BadUserRequestException("流程图有误，任务没有完成，已经报给主管，请不要重复操作。" + sentence, failure);
        }
    }

    private static @Nullable String sentence(RuntimeException failure) {
        @Nullable
        CaseUnfinishedException unfinished = ExceptionUtils.throwableOfType(failure, CaseUnfinishedException.class);
        if (unfinished != null) {
            return unfinished.getMessage();
        }
        // What is said about a task that is not there, or is not theirs, is not the diagram's.
        return !(failure instanceof BadUserRequestException)
                        && !(failure instanceof AuthorizationException)
                        && !(failure instanceof NullValueException)
                        && ModelFaults.isModelFault(failure)
                ? "原因：" + failure.getMessage()
                : null;
    }

    private static void report(CommandContext engine, String taskId, String sentence) {
        var task = engine.getTaskManager().findTaskById(taskId);
        var execution = task == null ? null : task.getExecution();
        if (execution == null
                || execution.getIncidents().stream().anyMatch(known -> taskId.equals(known.getConfiguration()))) {
            return;
        }
        var orderNo = Objects.requireNonNullElse(execution.getVariable(Processes.ORDER_NO), "（无）");
        execution.createIncident(INCIDENT, taskId, "任务“%s”之后，单号 %s：%s".formatted(task.getName(), orderNo, sentence));
    }
}
