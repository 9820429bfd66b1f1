package com.guncai.backoffice.process;

import static java.util.stream.Collectors.toSet;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The engine as the other modules see it. Every call joins the caller's transaction: the tables and the process commit
 * or roll back together. A lost race against another node surfaces as Spring's
 * {@link OptimisticLockingFailureException}; the caller's whole transaction may then be tried again.
 */
@Component
public class Processes {
    /** The variable that every service process carries. */
    public static final String ORDER_NO = "orderNo";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DeferredFacts deferred;

    Processes(@Lazy RuntimeService runtime, @Lazy TaskService tasks, DeferredFacts deferred) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.deferred = deferred;
    }

    /** Starts the newest version of an order's process; the order number is its business key. */
    public void start(CaseProcess process, String orderNo) {
        start(process, orderNo, Map.of(ORDER_NO, orderNo));
    }

    /** As above for a case with a number of its own, with variables that are case numbers or gateway decisions. */
    public void start(CaseProcess process, String caseNo, Map<String, ? extends @Nullable Object> variables) {
        deferred.orLater(DeferredFact.start(process.key(), caseNo, variables), () -> {
            racing(() -> runtime.startProcessInstanceByKey(process.key(), caseNo, new HashMap<>(variables)));
            return true;
        });
    }

    /** Starts a case of the process that begins with such a fact: its start event has the message of that name. */
    public void startWith(Object fact, String caseNo, Map<String, ? extends @Nullable Object> variables) {
        racing(() -> runtime.startProcessInstanceByMessage(
                fact.getClass().getSimpleName(), caseNo, new HashMap<>(variables)));
    }

    /**
     * Tells a case what happened. The message's name is the simple name of the fact's record. What a diagram does wrong with
     * it, or that it has lost the event, is not the caller's affair: the fact is kept for managers as an incident.
     *
     * @throws ProblemException {@code ORDER_STATE} when the case does not wait for it now
     */
    public void correlate(String caseNo, Object fact) {
        if (!correlateIfWaiting(caseNo, fact)) {
            throw ProblemException.conflict(ProblemCode.ORDER_STATE, "订单当前状态不支持此操作");
        }
    }

    /** As {@link #correlate}, for facts that the process also finds by itself later; says whether it waited. */
    public boolean correlateIfWaiting(String caseNo, Object fact) {
        return deferred.orLater(DeferredFact.message(name(fact), caseNo), () -> !racing(
                        () -> runtime.createMessageCorrelation(name(fact))
                                .processInstanceBusinessKey(caseNo)
                                .correlateAllWithResult())
                .isEmpty());
    }

    private static String name(Object fact) {
        return fact.getClass().getSimpleName();
    }

    /** Whether the process of that kind has the case now; sees also one that the running transaction started. */
    public boolean isRunning(CaseProcess process, String caseNo) {
        return deferred.isRunning(process.key(), caseNo);
    }

    /** The value that a user task's input mapping takes for its form. */
    public TaskFormData card(CaseProcess process, String caseNo) {
        return card(process, caseNo, "");
    }

    /** As above, where the tasks of the process show different cards. */
    public TaskFormData card(CaseProcess process, String caseNo, String kind) {
        return new TaskFormData(StringUtils.uncapitalize(process.key()), caseNo, kind);
    }

    /**
     * Takes a file out of the case that is just running: its content is for the tables alone, no variable keeps it.
     *
     * @return {@code null} when none was handed in
     */
    public @Nullable UploadedFile takeFile(String name) {
        var execution = Context.getBpmnExecutionContext().getExecution();
        TypedValue entered = execution.getVariableTyped(name);
        if (!(entered instanceof FileValue file) || file.getValue() == null) {
            return null;
        }
        try (var content = file.getValue()) {
            var taken = new UploadedFile(String.valueOf(file.getFilename()), content.readAllBytes());
            execution.removeVariable(name);
            return taken;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Gives the case that is just starting its number, by which it is found and told, and takes away what else it was
     * started with: an answer that somebody brought along would stand in for one that a form leaves out.
     *
     * @param kept what the start form asks for
     */
    public void assignBusinessKey(String caseNo, Set<String> kept) {
        var execution = Context.getBpmnExecutionContext().getExecution();
        execution.setProcessBusinessKey(caseNo);
        Set.copyOf(execution.getVariableNames()).stream()
                .filter(name -> !kept.contains(name))
                .forEach(execution::removeVariable);
    }

    /**
     * Names the step that the running job executes: the same on every retry, another for every other step. Only within
     * service tasks marked {@code asyncBefore}.
     */
    public String currentStep() {
        var command = Context.getCommandContext();
        if (command == null || command.getCurrentJob() == null) {
            throw new IllegalStateException("only within an asynchronous service task");
        }
        return command.getCurrentJob().getId();
    }

    /** Who is at work: the user id of staff while they complete a task; {@code null} for customers, jobs and notices. */
    public @Nullable String currentStaff() {
        var command = Context.getCommandContext();
        return command == null ? null : command.getAuthenticatedUserId();
    }

    /** Whether {@link #currentStaff} belongs to a desk. */
    public boolean isStaffOf(String desk) {
        var command = Context.getCommandContext();
        var caller = command == null ? null : command.getAuthentication();
        return caller != null
                && caller.getGroupIds() != null
                && caller.getGroupIds().contains(desk);
    }

    /** Whether {@link #currentStaff} may work at an open task of the case: as a candidate, or because it is theirs. */
    public boolean isAtHand(String caseNo) {
        var command = Context.getCommandContext();
        var caller = command == null ? null : command.getAuthentication();
        if (command == null || caller == null) {
            return false;
        }
        var groups = caller.getGroupIds() == null ? List.<String>of() : caller.getGroupIds();
        try {
            return command.runWithoutAuthorization(() -> {
                var open = tasks.createTaskQuery().processInstanceBusinessKey(caseNo);
                return open.list().stream()
                        .anyMatch(task -> caller.getUserId().equals(task.getAssignee())
                                || tasks.getIdentityLinksForTask(task.getId()).stream()
                                        .anyMatch(link -> groups.contains(link.getGroupId())));
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The member of staff who holds an open task of the case; {@code null} when nobody does. */
    public @Nullable String claimedBy(String caseNo) {
        var command = Context.getCommandContext();
        Callable<@Nullable String> asking =
                () -> tasks.createTaskQuery().processInstanceBusinessKey(caseNo).taskAssigned().list().stream()
                        .map(Task::getAssignee)
                        .findFirst()
                        .orElse(null);
        try {
            // Whoever asks need not be allowed to see the task.
            return command == null ? asking.call() : command.runWithoutAuthorization(asking);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Of some cases, those of which a member of staff holds an open task. */
    public Set<String> claimed(Collection<String> caseNos) {
        var held = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(caseNos.toArray(String[]::new))
                .taskAssigned()
                .list();
        if (held.isEmpty()) {
            return Set.of();
        }
        return runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        held.stream().map(Task::getProcessInstanceId).collect(toSet()))
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .collect(toSet());
    }

    private static <T> T racing(Supplier<T> call) {
        try {
            return call.get();
        } catch (BadUserRequestException refused) {
            // What a step of the process refuses is the caller's answer too.
            @Nullable ProblemException problem = ExceptionUtils.throwableOfType(refused, ProblemException.class);
            throw problem == null ? refused : problem;
        } catch (ProcessEngineException failure) {
            if (Conflicts.isConflict(failure)) {
                throw new OptimisticLockingFailureException("another transaction moved the process first", failure);
            }
            throw failure;
        }
    }
}
