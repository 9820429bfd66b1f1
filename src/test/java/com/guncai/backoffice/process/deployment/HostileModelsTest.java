package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** No diagram runs what it should not: each is refused, and the same put in place without asking does nothing. */
@ProcessTest
@Import(Engine.class)
class HostileModelsTest {
    @TempDir
    Path folder;

    @Autowired
    DeploymentReview review;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService people;

    Path canary;
    List<HostileModels.Model> models;

    @BeforeEach
    void models() {
        canary = folder.resolve("ran");
        models = HostileModels.all(canary.toString());
        assertThat(models).hasSizeGreaterThan(500);
    }

    @Test
    void eachIsRefused() {
        var taken = new ArrayList<String>();
        for (var model : models) {
            var findings = review.of(Map.of("Hostile.bpmn", model.xml().getBytes(StandardCharsets.UTF_8)));
            if (findings.stream()
                    .noneMatch(finding -> finding.isError() && finding.text().matches("(?s).*[\\u4e00-\\u9fa5].*"))) {
                taken.add(model.name());
            }
        }
        assertThat(taken).isEmpty();
        nothingRan();
    }

    /** As a version that was deployed before anybody checked: the check is left out, the engine is the same. */
    @Test
    void noneRunsThatIsInPlaceAlready() {
        var checks = new ArrayList<Deployer>(engine.getDeployers());
        var finished = new ArrayList<String>();
        var loaded = 0;
        engine.getDeployers().removeIf(DeploymentValidator.class::isInstance);
        engine.getDeploymentCache().setDeployers(engine.getDeployers());
        try {
            for (var model : models) {
                loaded += runs(model, finished) ? 1 : 0;
            }
        } finally {
            engine.setDeployers(checks);
            engine.getDeploymentCache().setDeployers(checks);
        }
        assertThat(loaded).isGreaterThan(400);
        assertThat(finished).isEmpty();
        nothingRan();
    }

    /** @return whether the engine took it */
    private boolean runs(HostileModels.Model model, List<String> finished) {
        String deployment;
        try {
            deployment = repository
                    .createDeployment()
                    .addInputStream(
                            "Hostile.bpmn", new ByteArrayInputStream(model.xml().getBytes(StandardCharsets.UTF_8)))
                    .deploy()
                    .getId();
        } catch (RuntimeException unreadable) {
            return false;
        }
        try {
            var started = runtime.startProcessInstanceByKey(HostileModels.PROCESS, Map.of("orderNo", "20261130000001"));
            jobs.createJobQuery()
                    .processInstanceId(started.getId())
                    .list()
                    .forEach(job -> jobs.executeJob(job.getId()));
            if (runtime.createProcessInstanceQuery()
                            .processInstanceId(started.getId())
                            .count()
                    == 0) {
                finished.add(model.name());
            }
        } catch (RuntimeException refused) {
            // as it should
        } finally {
            repository.deleteDeployment(deployment, true, true, true);
        }
        return true;
    }

    private void nothingRan() {
        assertThat(Files.exists(canary)).isFalse();
        assertThat(people.createUserQuery()
                        .memberOfGroup("camunda-admin")
                        .userId("manager")
                        .count())
                .isZero();
    }
}
