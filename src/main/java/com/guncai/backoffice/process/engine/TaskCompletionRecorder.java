package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CompletedTask;
import com.guncai.backoffice.process.CompletedTasks;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Writes down who completed a task of a case, with what was entered, in the transaction that completes it. */
class TaskCompletionRecorder {
    private final ApplicationContext context;

    TaskCompletionRecorder(ApplicationContext context) {
        this.context = context;
    }

    /** Before the task is completed, while it is there to be read. A task of somebody's own, without a case, is none of ours. */
    @Nullable
    CompletedTask of(@Nullable TaskEntity task, @Nullable String staff, Map<?, ?> formFields) {
        var execution = task == null ? null : task.getExecution();
        var caseNo = execution == null ? null : execution.getProcessBusinessKey();
        if (task == null || execution == null || caseNo == null || caseNo.length() > 32) {
            return null;
        }
        var orderNo = execution.getVariable(Processes.ORDER_NO);
        return new CompletedTask(
                task.getId(),
                caseNo,
                orderNo instanceof String number ? number : caseNo,
                task.getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                task.getAssignee(),
                staff,
                BusinessTime.now(context.getBean(Clock.class)),
                entered(formFields));
    }

    void record(@Nullable CompletedTask task) {
        if (task != null) {
            context.getBean(CompletedTasks.class).add(task);
        }
    }

    private static Map<String, String> entered(Map<?, ?> fields) {
        var entered = new TreeMap<String, String>();
        fields.forEach((name, field) -> {
            var value = field instanceof TypedValue typed && !(field instanceof FileValue) ? typed.getValue() : field;
            if (value instanceof Date date) {
                value = BusinessTime.offset(date.toInstant());
            }
            if (value instanceof CharSequence
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof java.time.temporal.TemporalAccessor) {
                var text = value.toString().strip();
                if (!text.isEmpty()) {
                    entered.put(String.valueOf(name), text);
                }
            }
        });
        return entered;
    }
}
