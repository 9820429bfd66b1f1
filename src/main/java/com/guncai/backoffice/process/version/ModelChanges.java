package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.DeploymentFinding;
import com.guncai.backoffice.process.DeploymentReviewed;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The list of changes: who did what to the models, when, and how it ended. Lines are added, never changed. */
@Component
public class ModelChanges {
    /** Marks deployments by which an earlier version comes back. */
    static final String RESTORED = "restored";

    private static final int LONGEST_NAMES = 1000;
    private static final int LONGEST_DETAILS = 8000;

    private final ModelChangeRepository changes;
    private final IdentityService identity;
    private final Clock clock;

    ModelChanges(ModelChangeRepository changes, @Lazy IdentityService identity, Clock clock) {
        this.changes = changes;
        this.identity = identity;
        this.clock = clock;
    }

    /** The newest lines, newest first. */
    @Transactional(readOnly = true)
    public List<Line> newest(int most) {
        return changes.findByOrderByAtDescIdDesc(Limit.of(most)).stream()
                .map(ModelChanges::line)
                .toList();
    }

    /** What is known of these deployments. */
    @Transactional(readOnly = true)
    public List<Line> of(Collection<String> deployments) {
        return changes.findByDeploymentIdIn(deployments).stream()
                .map(ModelChanges::line)
                .toList();
    }

    /** Warnings do not refuse; they are kept beside the version that they were told of. */
    @EventListener
    void on(DeploymentReviewed reviewed) {
        var warnings = reviewed.findings().stream().map(DeploymentFinding::text).toList();
        if (!reviewed.isRefused() && !warnings.isEmpty()) {
            save(
                    null,
                    actionOf(reviewed.source()),
                    ModelOutcome.DONE,
                    reviewed.deploymentId(),
                    "",
                    "请留意：" + String.join("；", warnings));
        }
    }

    /** Joins the transaction of the deployment. */
    @Transactional
    void deployed(@Nullable String staff, DeploymentEntity deployment, List<String> notes) {
        var files = ModelFile.names(deployment.getResources().values().stream()
                .map(file -> new ModelFile(file.getName(), file.getBytes())));
        var said = String.join("；", notes);
        changes.findByDeploymentIdIn(Set.of(deployment.getId())).stream()
                .findFirst()
                .ifPresentOrElse(
                        warned -> warned.complete(staff, files, said),
                        () -> save(
                                staff,
                                actionOf(deployment.getSource()),
                                ModelOutcome.DONE,
                                deployment.getId(),
                                files,
                                said));
    }

    /** A release that finds everything in force is no event. */
    @Transactional
    void unchanged(@Nullable String staff, String files, String says) {
        if (staff != null) {
            save(staff, ModelAction.DEPLOY, ModelOutcome.UNCHANGED, null, files, says);
        }
    }

    /** In a transaction of its own: that of the deployment is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(String source, String files, RuntimeException refusal) {
        Authentication caller = identity.getCurrentAuthentication();
        save(
                caller == null ? null : caller.getUserId(),
                actionOf(source),
                ModelOutcome.REFUSED,
                null,
                files,
                reason(refusal));
    }

    /** What else staff did, in the caller's transaction or one of its own. */
    @Transactional
    void done(String staff, ModelAction action, ModelOutcome outcome, String models, String details) {
        save(staff, action, outcome, null, models, details);
    }

    private void save(
            @Nullable String staff,
            ModelAction action,
            ModelOutcome outcome,
            @Nullable String deploymentId,
            String models,
            String details) {
        changes.save(new ModelChange(
                BusinessTime.now(clock),
                staff,
                action,
                outcome,
                deploymentId,
                StringUtils.abbreviate(models, LONGEST_NAMES),
                StringUtils.abbreviate(details, LONGEST_DETAILS)));
    }

    private static ModelAction actionOf(@Nullable String source) {
        return RESTORED.equals(source) ? ModelAction.RESTORE : ModelAction.DEPLOY;
    }

    private static String reason(RuntimeException refusal) {
        if (ExceptionUtils.throwableOfType(refusal, AuthorizationException.class) != null) {
            return "没有部署的权限";
        }
        @Nullable
        BadUserRequestException sentence = ExceptionUtils.throwableOfType(refusal, BadUserRequestException.class);
        @Nullable ProblemException problem = ExceptionUtils.throwableOfType(refusal, ProblemException.class);
        return sentence != null
                ? String.valueOf(sentence.getMessage())
                : problem != null ? problem.detail() : "文件读不懂：" + refusal.getMessage();
    }

    private static Line line(ModelChange change) {
        return new Line(
                change.at(),
                change.staff(),
                change.action(),
                change.outcome(),
                change.deploymentId(),
                change.models(),
                change.details());
    }

    /**
     * @param staff the user's id; {@code null} for what a release brought
     * @param deploymentId {@code null} where no version was made
     * @param models names of files, or the process whose orders were moved
     * @param details sentences in Chinese: why it was refused, what to know of it
     */
    public record Line(
            Instant at,
            @Nullable String staff,
            ModelAction action,
            ModelOutcome outcome,
            @Nullable String deploymentId,
            String models,
            String details) {}
}
