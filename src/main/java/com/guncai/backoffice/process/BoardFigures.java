package com.guncai.backoffice.process;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a module adds to 今日看板; a bean offers it. Asked for while somebody looks: a few statements, bounded. */
public interface BoardFigures {
    /** Smaller comes first. */
    int position();

    /** Ids of the groups that see them. */
    Set<String> groups();

    List<Figure> figures();

    /**
     * @param label Chinese, a few characters
     * @param value as it is shown
     * @param meaning what it means, or what to compare it with; may be empty
     * @param path of the page with the list behind it; {@code null} when there is none
     */
    record Figure(String label, String value, String meaning, Tone tone, @Nullable String path) {}

    /** How it is coloured. */
    enum Tone {
        PLAIN,
        WATCH,
        ALARM;

        /** {@code ALARM} where anything is counted that should not be. */
        public static Tone ofTrouble(long count) {
            return count == 0 ? PLAIN : ALARM;
        }
    }
}
