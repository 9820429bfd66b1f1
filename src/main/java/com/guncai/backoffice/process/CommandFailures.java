package com.guncai.backoffice.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;

/**
 * What the engine's last command of a request failed with. Its REST API wraps some refusals of ours into failures of the
 * server, with texts of expressions in them; whoever answers asks here what it had been.
 */
public final class CommandFailures {
    private static final ThreadLocal<CommandFailures> OF_THE_REQUEST = new ThreadLocal<>();

    private @Nullable RuntimeException last;

    private CommandFailures() {}

    /** Begins to keep what fails on this thread. */
    public static CommandFailures begin() {
        var failures = new CommandFailures();
        OF_THE_REQUEST.set(failures);
        return failures;
    }

    /** To be called when the request is over. */
    public static void end() {
        OF_THE_REQUEST.remove();
    }

    /** Called by the engine. */
    public static void add(RuntimeException failure) {
        var failures = OF_THE_REQUEST.get();
        if (failures != null) {
            failures.last = failure;
        }
    }

    public @Nullable RuntimeException last() {
        return last;
    }

    /** What was refused, in a sentence for whoever asked; {@code null} when something is broken. */
    public @Nullable String refusal() {
        return last instanceof BadUserRequestException refused ? String.valueOf(refused.getMessage()) : null;
    }

    /** Whether somebody asked for what does not exist, or does no more. */
    public boolean isOfSomethingMissing() {
        return last instanceof NullValueException || last instanceof NotFoundException;
    }

    /** Whether somebody else was first: what was asked may be right once the new state is seen. */
    public boolean isLostRace() {
        return last != null && Conflicts.isConflict(last);
    }

    /** Who claimed the task before; {@code null} when it is not about that. */
    public @Nullable String claimedBy() {
        return last instanceof TaskAlreadyClaimedException claimed ? claimed.getTaskAssignee() : null;
    }

    /** Whether the engine could make nothing of what it was given. */
    public boolean isOfInvalidInput() {
        return last instanceof NotValidException;
    }
}
