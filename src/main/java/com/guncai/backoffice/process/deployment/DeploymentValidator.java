package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.DeploymentFinding;
import com.guncai.backoffice.process.DeploymentReviewed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.context.ApplicationContext;

/** Refuses a deployment in which the {@link DeploymentReview} finds errors, with all of them in one answer, and announces what was found. */
public class DeploymentValidator implements Deployer {
    private final ApplicationContext context;

    public DeploymentValidator(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var files = new HashMap<String, byte[]>();
        deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        var findings = context.getBean(DeploymentReview.class).reviewed(files);
        context.publishEvent(new DeploymentReviewed(
                deployment.getId(), deployment.getName(), deployment.getSource(), Map.copyOf(files), findings));
        var errors = findings.stream().filter(DeploymentFinding::isError).toList();
        if (!errors.isEmpty()) {
            throw new BadUserRequestException(refusal(errors));
        }
        files.forEach((name, content) -> add(name, content, deployment));
    }

    private static String refusal(List<DeploymentFinding> errors) {
        var start = errors.size() == 1 ? "不能部署：" : "不能部署，有 %d 处要改：".formatted(errors.size());
        return errors.stream().map(DeploymentFinding::text).collect(Collectors.joining("；", start, "。"));
    }

    private static void add(String name, byte[] content, DeploymentEntity deployment) {
        if (deployment.getResources().containsKey(name)) {
            return;
        }
        var file = new ResourceEntity();
        file.setName(name);
        file.setBytes(content);
        file.setDeploymentId(deployment.getId());
        Context.getCommandContext().getResourceManager().insertResource(file);
        deployment.addResource(file);
    }
}
