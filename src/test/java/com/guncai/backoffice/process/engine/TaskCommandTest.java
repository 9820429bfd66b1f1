package com.guncai.backoffice.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

/** The fields of the engine's own commands are named as this release expects: an update that renames one shows here. */
class TaskCommandTest {
    private static final Map<String, Object> ENTERED = Map.of("shopFound", true);

    static List<Command<?>> completions() {
        return List.of(new CompleteTaskCmd("task-7", ENTERED), new SubmitTaskFormCmd("task-7", ENTERED, false, false));
    }

    static final List<Command<?>> ASSIGNMENTS = List.of(
            new ClaimTaskCmd("task-7", "flower"),
            new AssignTaskCmd("task-7", "flower"),
            new DelegateTaskCmd("task-7", "flower"),
            new SaveTaskCmd(heldByFlower()));

    private static TaskEntity heldByFlower() {
        var task = new TaskEntity("task-7");
        ReflectionTestUtils.setField(task, "assignee", "flower");
        return task;
    }

    @ParameterizedTest
    @MethodSource("completions")
    void aCompletionNamesItsTaskAndWhatWasEntered(Command<?> command) {
        assertThat(TaskCommand.isCompletion(command)).isTrue();
        assertThat(TaskCommand.isAssignment(command)).isFalse();
        assertThat(TaskCommand.taskId(command)).isEqualTo("task-7");
        assertThat(TaskCommand.formFields(command)).isEqualTo(ENTERED);
    }

    @ParameterizedTest
    @MethodSource("completions")
    void whatIsTakenOfAFormReplacesWhatWasEnteredAlsoBehindACheck(Command<?> command) {
        var checked = new CheckedCommand<>(command, engine -> {});

        TaskCommand.setFormFields(checked, Map.of("shopFound", false));

        assertThat(TaskCommand.isCompletion(checked)).isTrue();
        assertThat(TaskCommand.taskId(checked)).isEqualTo("task-7");
        assertThat(TaskCommand.formFields(command)).isEqualTo(Map.of("shopFound", false));
    }

    @ParameterizedTest
    @FieldSource("ASSIGNMENTS")
    void anAssignmentNamesItsTaskAndWhoGetsIt(Command<?> command) {
        assertThat(TaskCommand.isAssignment(command)).isTrue();
        assertThat(TaskCommand.isCompletion(command)).isFalse();
        assertThat(TaskCommand.taskId(command)).isEqualTo("task-7");
        assertThat(TaskCommand.assignee(command)).isEqualTo("flower");
        assertThat(TaskCommand.formFields(command)).isEmpty();
    }

    @Test
    void onlyWhoeverClaimsIsNotHandedTheTask() {
        assertThat(ASSIGNMENTS.stream().filter(command -> !TaskCommand.isHandover(command)))
                .singleElement()
                .isInstanceOf(ClaimTaskCmd.class);
    }

    @Test
    void givingBackIsAnAssignmentToNobody() {
        assertThat(TaskCommand.isGivingBack(new AssignTaskCmd("task-7", null))).isTrue();
        assertThat(TaskCommand.isGivingBack(new AssignTaskCmd("task-7", "flower")))
                .isFalse();
        assertThat(TaskCommand.assignee(new AssignTaskCmd("task-7", null))).isNull();
    }

    /** The engine's API ends a task in a third way as well; what is entered there is checked like the rest. */
    @Test
    void resolvingCarriesAnswersToo() {
        assertThat(TaskCommand.formFields(new ResolveTaskCmd("task-7", ENTERED)))
                .isEqualTo(ENTERED);
    }

    @Test
    void aCommentNamesItsTaskOrCaseAndWhatItSays() {
        var note = TaskCommand.comment(new AddCommentCmd("task-7", "case-3", "下午送"));

        assertThat(note.taskId()).isEqualTo("task-7");
        assertThat(note.processInstanceId()).isEqualTo("case-3");
        assertThat(note.text()).isEqualTo("下午送");
    }

    @Test
    void anyOtherCommandIsNeither() {
        var reading = new GetTaskVariablesCmd("task-7", List.of(), false, false);

        assertThat(TaskCommand.isCompletion(reading)).isFalse();
        assertThat(TaskCommand.isAssignment(reading)).isFalse();
        assertThat(TaskCommand.formFields(reading)).isEmpty();
    }
}
