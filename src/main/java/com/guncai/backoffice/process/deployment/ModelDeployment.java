package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.version.DiagramForms;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that the jar carries, each diagram with its forms as one deployment of its own. What has not changed
 * is not deployed again, and what a manager deployed from Camunda Modeler since then stays in force.
 */
@Component
@Order(10)
class ModelDeployment implements ApplicationRunner {
    /** Marks our own deployments; anything else came from a manager. */
    static final String SOURCE = "repo";

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (var table : resources.getResources("classpath:processes/*.dmn")) {
            deploy(table, newestDecision(key(table)));
        }
        for (var diagram : resources.getResources("classpath:processes/*.bpmn")) {
            deploy(diagram, newestProcess(key(diagram)));
        }
    }

    private void deploy(Resource model, @Nullable String newestDeployment) throws IOException {
        var key = key(model);
        if (newestDeployment != null && !isOurs(newestDeployment)) {
            log.warn(
                    "{}: the version deployed by a manager stays in force; the one in this release was not deployed",
                    key);
            return;
        }
        var deployment = repository
                .createDeployment()
                .name(key)
                .source(SOURCE)
                .enableDuplicateFiltering(false)
                .addInputStream(model.getFilename(), model.getInputStream());
        if (String.valueOf(model.getFilename()).endsWith(".bpmn")) {
            addForms(model, deployment);
        }
        deployment.deploy();
    }

    private void addForms(Resource diagram, DeploymentBuilder deployment) throws IOException {
        Set<String> forms;
        try (var xml = diagram.getInputStream()) {
            forms = DiagramForms.of(Bpmn.readModelFromStream(xml));
        }
        for (var form : forms) {
            deployment.addInputStream(
                    form, resources.getResource("classpath:forms/" + form).getInputStream());
        }
    }

    private @Nullable String newestProcess(String key) {
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        return newest == null ? null : newest.getDeploymentId();
    }

    private @Nullable String newestDecision(String key) {
        var newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        return newest == null ? null : newest.getDeploymentId();
    }

    private boolean isOurs(String deploymentId) {
        var deployment =
                repository.createDeploymentQuery().deploymentId(deploymentId).singleResult();
        return deployment != null && SOURCE.equals(deployment.getSource());
    }

    private static String key(Resource model) {
        return String.valueOf(model.getFilename()).replaceFirst("\\.(bpmn|dmn)$", "");
    }
}
