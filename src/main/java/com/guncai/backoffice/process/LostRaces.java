package com.guncai.backoffice.process;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Completes a clerk's task again when a message or an upload of the same process finished at that moment: the engine
 * refuses the second of the two, and the clerk would have to click once more for a reason that is none of theirs.
 */
class LostRaces extends CommandInterceptor {
    /** What the engine says when a branch ended between two of its reads. */
    private static final String PARENT_GONE = "ENGINE-03077";

    private static final RetryTemplate TRIES = RetryTemplate.builder()
            .maxAttempts(6)
            .exponentialBackoff(40, 2, 800, true)
            .retryOn(LostRaces::isLost)
            .build();

    @Override
    public <T> T execute(Command<T> command) {
        var fromAClerk = command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
        if (!fromAClerk || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        return TRIES.execute(attempt -> next.execute(command));
    }

    /** Whether another transaction was first: the engine or JPA noticed it, or the database ended a deadlock (SQLSTATE 40…). */
    static boolean isLost(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || String.valueOf(cause.getMessage()).startsWith(PARENT_GONE)
                    || (cause instanceof SQLException database
                            && String.valueOf(database.getSQLState()).startsWith("40"))) {
                return true;
            }
        }
        return false;
    }
}
