package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.version.DeployedModels.StoredModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.CandidateDeployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.jspecify.annotations.Nullable;

/** The engine's deployment, with a {@link DeploymentPlan} in place of its filter, and a line in the list of changes. */
class DeployChangesCommand extends DeployCmd {
    private final ModelChanges changes;
    private final String sent;
    private @Nullable DeploymentPlan plan;

    DeployChangesCommand(DeploymentBuilderImpl builder, ModelChanges changes) {
        super(builder);
        @Nullable Map<String, ResourceEntity> files = builder.getDeployment().getResources();
        sent = files == null ? "" : ModelFile.names(files.values().stream().map(DeployChangesCommand::file));
        this.changes = changes;
    }

    @Override
    public DeploymentWithDefinitions execute(CommandContext engine) {
        var deployment = super.execute(engine);
        if (isUnchanged()) {
            changes.unchanged(engine.getAuthenticatedUserId(), sent, says());
        } else if (deployment instanceof DeploymentEntity deployed) {
            changes.deployed(engine.getAuthenticatedUserId(), deployed, plan().notes());
        }
        return deployment;
    }

    /** What the answer says of a deployment that changed nothing; {@code null} when it made new versions. */
    @Nullable
    String unchanged() {
        return isUnchanged() ? says() : null;
    }

    /** Names of the files that were sent. */
    String sent() {
        return sent;
    }

    String source() {
        return String.valueOf(deploymentBuilder.getDeployment().getSource());
    }

    @Override
    protected Map<String, ResourceEntity> resolveResourcesToDeploy(CommandContext engine, DeploymentEntity candidate) {
        var inForce = new DeployedModels(engine);
        var files = candidate.getResources().values().stream()
                .map(DeployChangesCommand::file)
                .toList();
        var made = new DeploymentPlan(inForce, files, deploymentBuilder.isDuplicateFilterEnabled());
        plan = made;
        if (made.deployed().isEmpty() && made.unchanged().isEmpty()) {
            throw new BadUserRequestException("不能部署：" + String.join("；", made.notes()) + "。");
        }
        deploymentHandler = new InForce(engine.getProcessEngineConfiguration().getProcessEngine());
        var resources = new HashMap<String, ResourceEntity>();
        made.deployed()
                .forEach(file -> resources.put(
                        file.name(),
                        Optional.ofNullable(candidate.getResources().get(file.name()))
                                .orElseGet(() -> resource(file))));
        return resources;
    }

    private boolean isUnchanged() {
        return plan().deployed().isEmpty();
    }

    private String says() {
        return plan().unchanged().stream()
                .map(DeployChangesCommand::inForce)
                .distinct()
                .collect(Collectors.joining("；", "没有变化：", ""));
    }

    private DeploymentPlan plan() {
        var made = plan;
        if (made == null) {
            throw new IllegalStateException("not executed yet");
        }
        return made;
    }

    private static String inForce(StoredModel model) {
        return "“%s”第 %d 版就是这一份，正在使用".formatted(model.title(), model.version());
    }

    private static ModelFile file(ResourceEntity resource) {
        return new ModelFile(resource.getName(), resource.getBytes());
    }

    private static ResourceEntity resource(ModelFile file) {
        var resource = new ResourceEntity();
        resource.setName(file.name());
        resource.setBytes(file.content());
        return resource;
    }

    /** Answers with the deployment in force when nothing is deployed. */
    private class InForce extends DefaultDeploymentHandler {
        InForce(ProcessEngine engine) {
            super(engine);
        }

        @Override
        public String determineDuplicateDeployment(CandidateDeployment candidate) {
            return plan().unchanged().get(0).deploymentId();
        }
    }
}
