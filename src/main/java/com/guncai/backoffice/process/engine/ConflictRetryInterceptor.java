package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.Conflicts;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Completes a clerk's task again when a message or an upload of the same process finished at that moment: the engine
 * refuses the second of the two, and the clerk would have to click once more for a reason that is none of theirs.
 */
class ConflictRetryInterceptor extends CommandInterceptor {
    private static final RetryTemplate TRIES = RetryTemplate.builder()
            .maxAttempts(6)
            .exponentialBackoff(40, 2, 800, true)
            .retryOn(Conflicts::isConflict)
            .build();

    @Override
    public <T> T execute(Command<T> command) {
        if (!TaskCommand.isCompletion(command) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        return TRIES.execute(attempt -> next.execute(command));
    }
}
