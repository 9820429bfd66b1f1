package com.guncai.backoffice.process.version;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a version changed.
 *
 * @param element id of the step in the diagram; {@code null} for what the picture does not show: forms, tables, settings
 * @param text a Chinese sentence without a full stop
 */
public record Difference(Kind kind, @Nullable String element, String text) {

    static Difference added(@Nullable String element, String text) {
        return new Difference(Kind.ADDED, element, text);
    }

    static Difference removed(@Nullable String element, String text) {
        return new Difference(Kind.REMOVED, element, text);
    }

    static Difference changed(@Nullable String element, String text) {
        return new Difference(Kind.CHANGED, element, text);
    }

    /** How a picture colours it. */
    public enum Kind {
        ADDED("加上"),
        REMOVED("去掉"),
        CHANGED("改了");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In Chinese, fit to show. */
        public String label() {
            return label;
        }
    }
}
