package com.guncai.backoffice.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody deploys models. Announced within the engine's transaction, which is rolled back afterwards when the deployment is refused: what
 * is to outlast that needs a transaction of its own.
 *
 * @param deploymentId in the engine; of no use when refused
 * @param source {@code repo} for what comes with a release
 * @param files what was sent, and the forms that were added, by name
 * @param findings errors before warnings
 */
public record DeploymentReviewed(
        String deploymentId,
        @Nullable String name,
        @Nullable String source,
        Map<String, byte[]> files,
        List<DeploymentFinding> findings) {

    public boolean isRefused() {
        return findings.stream().anyMatch(DeploymentFinding::isError);
    }
}
