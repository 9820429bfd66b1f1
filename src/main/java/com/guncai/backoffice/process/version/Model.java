package com.guncai.backoffice.process.version;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagram or a decision table, with its versions.
 *
 * @param key id of the process or decision
 * @param name what managers call it
 * @param versions newest first; the first one is in force
 */
public record Model(String key, String name, Kind kind, List<Version> versions) {

    public Version inForce() {
        return versions.get(0);
    }

    /** The version that was in force before this one; {@code null} before the first. */
    public @Nullable Version before(Version version) {
        var place = versions.indexOf(version) + 1;
        return place < versions.size() ? versions.get(place) : null;
    }

    /** What kind of file holds it. */
    public enum Kind {
        PROCESS("流程图"),
        TABLE("决策表");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In Chinese, fit to show. */
        public String label() {
            return label;
        }
    }

    /**
     * @param deployedBy the user's id; {@code null} for what a release brought
     * @param restored whether an earlier version came back by it
     * @param running orders, or other cases, that run by it now; 0 for tables
     * @param notes what the one who deployed it was told
     */
    public record Version(
            int version,
            Instant deployedAt,
            @Nullable String deployedBy,
            boolean restored,
            long running,
            String notes,
            String definitionId,
            String deploymentId,
            String file) {}
}
