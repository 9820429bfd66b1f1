package com.guncai.backoffice.process.version;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** The engine's repository, whose deployments are compared with what is in force and listed, refused ones too. */
public class VersionedRepositoryService extends RepositoryServiceImpl {
    private final Supplier<ModelChanges> changes;

    /** @param changes asked for when something is deployed: the engine is made before */
    public VersionedRepositoryService(Supplier<ModelChanges> changes) {
        this.changes = changes;
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        var list = changes.get();
        var command = new DeployChangesCommand(builder, list);
        try {
            var deployment = commandExecutor.execute(command);
            var unchanged = command.unchanged();
            if (unchanged != null && deployment instanceof DeploymentEntity answer) {
                // The answer of the REST API has no better place for a sentence.
                answer.setName(unchanged);
            }
            return deployment;
        } catch (RuntimeException refused) {
            list.refused(command.source(), command.sent(), refused);
            throw refused;
        }
    }
}
