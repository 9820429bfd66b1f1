package com.guncai.backoffice.process.version;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayInputStream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings an earlier version back: its files become the newest version, after the same checks as any deployment. */
@Component
public class ModelRestore {
    private final ModelVersions versions;
    private final ModelFiles files;
    private final RepositoryService repository;
    private final IdentityService identity;

    ModelRestore(ModelVersions versions, ModelFiles files, RepositoryService repository, IdentityService identity) {
        this.versions = versions;
        this.files = files;
        this.repository = repository;
        this.identity = identity;
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
        var deployment = repository
                .createDeployment()
                .name("%s：恢复第 %d 版".formatted(model.name(), version))
                .source(ModelChanges.RESTORED)
                .enableDuplicateFiltering(true);
        files.of(wanted)
                .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        identity.setAuthentication(
                staff,
                identity.createGroupQuery().groupMember(staff).list().stream()
                        .map(Group::getId)
                        .toList());
        try {
            deployment.deploy();
        } catch (RuntimeException failure) {
            @Nullable
            BadUserRequestException refused = ExceptionUtils.throwableOfType(failure, BadUserRequestException.class);
            throw refused == null
                    ? failure
                    : ProblemException.conflict(ProblemCode.DEPLOYMENT_REFUSED, String.valueOf(refused.getMessage()));
        } finally {
            identity.clearAuthentication();
        }
        return versions.one(key).inForce().version();
    }
}
