package com.guncai.backoffice.process.version;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import org.springframework.stereotype.Component;

/** Brings an earlier version back: its files become the newest version, after the same checks as any deployment. */
@Component
public class ModelRestore {
    private final ModelVersions versions;
    private final ModelFiles files;
    private final CheckedDeployment deployments;

    ModelRestore(ModelVersions versions, ModelFiles files, CheckedDeployment deployments) {
        this.versions = versions;
        this.files = files;
        this.deployments = deployments;
    }

    /**
     * Not within a transaction: a refusal is listed in one of its own.
     *
     * @param staff the user's id; must have the right to deploy
     * @return the number of the version that is in force now
     * @throws ProblemException {@code MODEL_NOT_FOUND}; {@code MODEL_IN_FORCE} when there is nothing to bring back;
     *     {@code DEPLOYMENT_REFUSED} with all reasons when the version does not pass today's checks
     */
    public int restore(String key, int version, String staff) {
        var model = versions.one(key);
        var wanted = ModelVersions.version(model, version);
        if (wanted.equals(model.inForce())) {
            throw ProblemException.conflict(
                    ProblemCode.MODEL_IN_FORCE, "“%s”第 %d 版正在使用，不用恢复".formatted(model.name(), version));
        }
        deployments.deploy(
                "%s：恢复第 %d 版".formatted(model.name(), version), ModelChanges.RESTORED, files.of(wanted), staff);
        return versions.one(key).inForce().version();
    }
}
