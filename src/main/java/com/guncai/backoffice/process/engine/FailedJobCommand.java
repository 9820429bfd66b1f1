package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.Conflicts;
import com.guncai.backoffice.process.ModelFaults;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Objects;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Retries a failed job as its diagram says, unless no retry can help: a {@link NonRetryableException}, what a domain method
 * refuses, and a mistake of the diagram become an incident now. A deadlock that the database ended is no failure: the job
 * runs again at once.
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
        var isModelFault = ModelFaults.isModelFault(exception);
        if (job == null || !(isFinal() || isModelFault)) {
            return super.execute(commandContext);
        }
        logException(job);
        if (isModelFault) {
            job.setExceptionMessage(sentence(commandContext, job));
        }
        job.unlock();
        job.setRetries(0);
        return null;
    }

    private boolean isFinal() {
        return ExceptionUtils.stream(exception)
                .anyMatch(cause -> cause instanceof NonRetryableException || cause instanceof ProblemException);
    }

    /** For managers, who see it in Cockpit; the stack trace stays beside it. */
    private String sentence(CommandContext engine, JobEntity job) {
        var definition = job.getProcessDefinitionId() == null
                ? null
                : engine.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(job.getProcessDefinitionId());
        var failed = job.getFailedActivityId() == null ? job.getActivityId() : job.getFailedActivityId();
        var step = definition == null || failed == null ? null : definition.findActivity(failed);
        var execution = job.getExecutionId() == null
                ? null
                : engine.getExecutionManager().findExecutionById(job.getExecutionId());
        var orderNo = execution == null ? null : execution.getVariable(Processes.ORDER_NO);
        return "流程图“%s”走到“%s”时出错，单号 %s。请修正流程图并部署，把这张单迁移到新版本，再重试。原因：%s"
                .formatted(
                        definition == null ? "" : Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                        step == null ? failed : Objects.requireNonNullElse(step.getName(), step.getId()),
                        orderNo == null ? "（无）" : orderNo,
                        exception.getMessage());
    }
}
