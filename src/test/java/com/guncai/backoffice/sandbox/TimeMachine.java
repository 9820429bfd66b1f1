package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.process.engine.TaskDeadlineWatch;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Moves the application's and the engine's clock together and waits for what became due. With the job executor off it
 * carries the due jobs out itself.
 */
@SandboxOnly
@Component
class TimeMachine {
    private static final Logger log = LoggerFactory.getLogger(TimeMachine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PATIENCE_BEFORE = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(50).toNanos();

    private final SandboxClock clock;
    private final ObjectProvider<ProcessEngine> engines;
    private final ObjectProvider<TaskDeadlineWatch> watches;

    TimeMachine(Providers providers, ObjectProvider<ProcessEngine> engines, ObjectProvider<TaskDeadlineWatch> watches) {
        this.clock = providers.clock;
        this.engines = engines;
        this.watches = watches;
    }

    Time now() {
        return new Time(OffsetDateTime.now(clock), clock.offset(), dueJobs().size());
    }

    /** @return the time after all jobs due then were carried out, or 20 seconds had passed */
    synchronized Time advance(Duration step) {
        if (step.isNegative()) throw new IllegalArgumentException("advance must not be negative");
        // A job that is being carried out loses its lock when time jumps, and would be carried out twice.
        if (executor() != null) settle(PATIENCE_BEFORE);
        skip(step);
        settle(PATIENCE);
        watches.ifAvailable(TaskDeadlineWatch::look);
        settle(PATIENCE);
        return now();
    }

    /** Moves both clocks and waits for nothing. */
    void skip(Duration step) {
        clock.advance(step);
        ClockUtil.offset(clock.offset().toMillis());
    }

    private void settle(Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        var executor = executor();
        for (var due = dueJobs(); !due.isEmpty() && System.nanoTime() < until; due = dueJobs()) {
            if (executor == null) {
                due.forEach(this::carryOut);
            } else {
                executor.jobWasAdded();
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        }
    }

    private void carryOut(Job job) {
        try {
            engines.getObject().getManagementService().executeJob(job.getId());
        } catch (ProcessEngineException e) {
            // The engine has counted the failed try; as with the executor on, that is the job's own affair.
            log.info("Job {} failed: {}", job.getId(), e.getMessage());
        }
    }

    private List<Job> dueJobs() {
        var engine = engines.getIfAvailable();
        if (engine == null) return List.of();
        return engine.getManagementService().createJobQuery().active().executable().list().stream()
                .filter(job -> !HistoryCleanupJobHandler.TYPE.equals(((JobEntity) job).getJobHandlerType()))
                .toList();
    }

    private @Nullable JobExecutor executor() {
        var engine = engines.getIfAvailable();
        if (engine == null) return null;
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        return executor != null && executor.isActive() ? executor : null;
    }

    /**
     * @param ahead how far the sandbox's clock is ahead of the machine's
     * @param dueJobsLeft jobs of the engine that are due and still to be carried out
     */
    record Time(OffsetDateTime now, Duration ahead, int dueJobsLeft) {}
}
