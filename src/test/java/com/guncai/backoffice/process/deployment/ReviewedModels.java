package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.DeploymentFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks what deploying a changed model would say. */
class ReviewedModels {
    private final DeploymentReview review;

    ReviewedModels(DeploymentReview review) {
        this.review = review;
    }

    static String file(String name) {
        try {
            return Files.readString(
                    Path.of(name.endsWith(".form") || name.endsWith(".html") ? "forms" : "processes", name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of the release with something else in it, once. */
    static String changed(String name, String right, String wrong) {
        var text = file(name);
        var at = text.indexOf(right);
        if (at < 0) {
            throw new AssertionError(name + " does not contain " + right);
        }
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }

    List<DeploymentFinding> of(String file, String content) {
        return review.of(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    }

    List<String> errors(String file, String content) {
        return of(file, content).stream()
                .filter(DeploymentFinding::isError)
                .map(DeploymentFinding::text)
                .toList();
    }

    List<String> warnings(String file, String content) {
        return of(file, content).stream()
                .filter(finding -> !finding.isError())
                .map(DeploymentFinding::text)
                .toList();
    }
}
