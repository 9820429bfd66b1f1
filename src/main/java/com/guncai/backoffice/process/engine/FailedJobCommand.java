package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.Conflicts;
import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.ProblemException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Retries a failed job as its diagram says, unless the failure is a {@link NonRetryableException}: that one becomes an incident now.
 * A deadlock that the database ended is no failure: the job runs again at once.
 */
class FailedJobCommand extends DefaultJobRetryCmd {
    FailedJobCommand(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    @Override
    public @Nullable Object execute(CommandContext commandContext) {
        JobEntity job = getJob();
        if (job != null && Conflicts.isConflict(exception)) {
            job.unlock();
            return null;
        }
        if (job == null || !isFinal()) {
            return super.execute(commandContext);
        }
        logException(job);
        job.unlock();
        job.setRetries(0);
        return null;
    }

    private boolean isFinal() {
        return ExceptionUtils.stream(exception)
                .anyMatch(cause -> cause instanceof NonRetryableException || cause instanceof ProblemException);
    }
}
