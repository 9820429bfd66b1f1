package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.DeferredFact;
import com.guncai.backoffice.process.FactQueue;
import com.guncai.backoffice.shared.NonRetryableException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Starts or tells a case what it missed, when a manager retries. A case that is over needs nothing any more. */
class DeferredFactHandler implements JobHandler<DeferredFactHandler.Kept> {
    private final ApplicationContext context;

    DeferredFactHandler(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public String getType() {
        return DeferredFact.JOB;
    }

    @Override
    public void execute(
            Kept kept, @Nullable ExecutionEntity execution, CommandContext command, @Nullable String tenantId) {
        var fact = kept.fact();
        var runtime = context.getBean(RuntimeService.class);
        var queue = context.getBean(FactQueue.class);
        var process = fact.process();
        var message = fact.message();
        if (process != null) {
            if (!queue.isRunning(process, fact.caseNo())) {
                runtime.startProcessInstanceByKey(process, fact.caseNo(), fact.variables());
            }
        } else if (message != null
                && runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(fact.caseNo())
                        .correlateAllWithResult()
                        .isEmpty()) {
            var missing = queue.missingEvent(message, fact.caseNo());
            if (missing != null) {
                throw new NonRetryableException("单号 %s：%s。请把这张单迁移到修正后的版本，再重试".formatted(fact.caseNo(), missing));
            }
        }
    }

    @Override
    public Kept newConfiguration(String text) {
        return new Kept(DeferredFact.parse(text));
    }

    @Override
    public void onDelete(Kept kept, JobEntity job) {}

    /** As the job's row has it. */
    record Kept(DeferredFact fact) implements JobHandlerConfiguration {
        @Override
        public String toCanonicalString() {
            return fact.text();
        }
    }
}
