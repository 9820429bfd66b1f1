package com.guncai.backoffice.process.version;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deploys files in the name of a member of staff, by the rights and after the checks of a deployment from the Modeler. */
@Component
class CheckedDeployment {
    private final RepositoryService repository;
    private final IdentityService identity;

    CheckedDeployment(RepositoryService repository, IdentityService identity) {
        this.repository = repository;
        this.identity = identity;
    }

    /**
     * Not within a transaction: a refusal is listed in one of its own.
     *
     * @throws ProblemException {@code DEPLOYMENT_REFUSED} with all reasons
     */
    void deploy(String name, String source, List<ModelFile> files, String staff) {
        var deployment = repository.createDeployment().name(name).source(source).enableDuplicateFiltering(true);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
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
    }
}
