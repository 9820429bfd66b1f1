package com.guncai.backoffice.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.process.Conflicts;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A job whose branch another transaction folds into the process, between the job's two reads. */
@ProcessTest
@Import(Engine.class)
class ExecutionTreesTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    ManagementService jobs;

    ProcessInstance process;
    String upload;

    @BeforeEach
    void flowersAreFollowedWhileTheirShippingIsUploaded() {
        var customer = MiniProgram.of(port, "131%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        process = engine.paid(customer, customer.placesFlowers());
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        upload = jobs.createJobQuery()
                .processInstanceId(process.getId())
                .activityId("Task_UploadShipping")
                .singleResult()
                .getId();
    }

    @Test
    void aJobWhoseBranchWentMeanwhileLosesTheRaceAndRunsAgain() {
        var collector = new JobFailureCollector(upload);

        assertThatThrownBy(() -> ExecuteJobHelper.executeJob(
                        upload, configuration.getCommandExecutorTxRequired(), collector, engine -> {
                            var job = engine.getDbEntityManager().selectById(JobEntity.class, upload);
                            collector.setJob(job);
                            var branch = job.getExecution();
                            otherBranchEnds();
                            // As the engine does before each step of a branch.
                            Context.getCommandInvocationContext()
                                    .getProcessDataContext()
                                    .pushSection(branch);
                            return null;
                        }))
                .matches(Conflicts::isConflict);

        assertThat(jobs.createJobQuery().jobId(upload).singleResult().getRetries())
                .as("as many tries as before")
                .isEqualTo(7);
        jobs.executeJob(upload);
        assertThat(jobs.createJobQuery().processInstanceId(process.getId()).list())
                .isEmpty();
    }

    private void otherBranchEnds() {
        CompletableFuture.runAsync(() -> engine.complete(
                        process, "Task_FollowDelivery", Map.of("deliveryNote", "", "completeEarly", true)))
                .join();
    }
}
