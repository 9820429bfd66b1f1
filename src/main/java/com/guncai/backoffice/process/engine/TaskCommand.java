package com.guncai.backoffice.process.engine;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Reads what the engine's commands about a task keep to themselves. They have no accessors, so this is the one class that
 * knows the names of their fields; its test fails when an engine update renames one.
 */
final class TaskCommand {
    private TaskCommand() {}

    /** Whether it ends a task by its form. */
    static boolean isCompletion(Command<?> given) {
        var command = CheckedCommand.original(given);
        return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
    }

    /** Whether it ends a task by an error or an escalation that somebody reports, past its form. */
    static boolean isOtherEnd(Command<?> command) {
        return command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd;
    }

    /** Whether it gives a task to somebody: to whoever claims it, or to whom a manager hands it. */
    static boolean isAssignment(Command<?> command) {
        return command instanceof ClaimTaskCmd || isHandover(command);
    }

    /** Whether somebody else, a manager, says whose task it is. */
    static boolean isHandover(Command<?> command) {
        return command instanceof AssignTaskCmd || command instanceof DelegateTaskCmd || command instanceof SaveTaskCmd;
    }

    /** Whether it may take a task from somebody: an assignment to nobody. */
    static boolean isGivingBack(Command<?> command) {
        return command instanceof AssignTaskCmd && assignee(command) == null;
    }

    /** Of a completion or an assignment. */
    static String taskId(Command<?> command) {
        return command instanceof SaveTaskCmd ? saved(command).getId() : String.valueOf(field(command, "taskId"));
    }

    /** Who gets the task of an assignment; {@code null} when it is given back. */
    static @Nullable String assignee(Command<?> command) {
        return command instanceof SaveTaskCmd ? saved(command).getAssignee() : (String) field(command, "userId");
    }

    /** What was entered in the form of a completion; empty for any other command. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> formFields(Command<?> given) {
        var field = formFieldsOf(given);
        var entered = field == null ? null : field(given, field);
        return entered instanceof Map<?, ?> fields ? (Map<String, Object>) fields : Map.of();
    }

    /** Takes these instead of what was entered in the form of a completion. */
    static void setFormFields(Command<?> given, Map<String, Object> fields) {
        var field = formFieldsOf(given);
        if (field != null) {
            new DirectFieldAccessor(CheckedCommand.original(given)).setPropertyValue(field, Variables.fromMap(fields));
        }
    }

    /** How the process of a start is named; {@code null} for a start form, see {@link #processDefinitionId}. */
    static @Nullable ProcessInstantiationBuilderImpl instantiation(Command<?> command) {
        return command instanceof StartProcessInstanceCmd
                ? (ProcessInstantiationBuilderImpl) field(command, "instantiationBuilder")
                : null;
    }

    /** Of a start form. */
    static String processDefinitionId(Command<?> command) {
        return String.valueOf(field(command, "processDefinitionId"));
    }

    private static @Nullable String formFieldsOf(Command<?> given) {
        var command = CheckedCommand.original(given);
        if (command instanceof CompleteTaskCmd) {
            return "variables";
        }
        return command instanceof SubmitTaskFormCmd ? "properties" : null;
    }

    private static Task saved(Command<?> command) {
        return (Task) Objects.requireNonNull(field(command, "task"));
    }

    /** A comment that is written at a task, or at a process instance. */
    static Note comment(Command<?> command) {
        return new Note(
                (String) field(command, "taskId"),
                (String) field(command, "processInstanceId"),
                String.valueOf(field(command, "message")));
    }

    record Note(@Nullable String taskId, @Nullable String processInstanceId, String text) {}

    private static @Nullable Object field(Command<?> command, String name) {
        return new DirectFieldAccessor(CheckedCommand.original(command)).getPropertyValue(name);
    }
}
