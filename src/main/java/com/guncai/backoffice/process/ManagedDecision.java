package com.guncai.backoffice.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * What a module reads from {@code processes/X.dmn}, which managers change; the class is named {@code XDecision}. A version that
 * does not hold to it is refused when it is deployed.
 */
public interface ManagedDecision {

    /** The table's id. */
    default String key() {
        return ClassUtils.getUserClass(this).getSimpleName().replaceFirst("Decision$", "");
    }

    /** What managers call it; its name in Cockpit. */
    String title();

    /**
     * Whether all rows that fit count, in the table's order. Otherwise the first one does, and the last row has no conditions,
     * so that there always is one.
     */
    default boolean isList() {
        return false;
    }

    /** The conditions, named by the expression that they look at. */
    List<DecisionColumn> inputs();

    /** The results. */
    List<DecisionColumn> outputs();

    /**
     * What is wrong with a row as a whole, as the end of a sentence in Chinese; {@code null} when nothing is.
     *
     * @param row by the names of the outputs, without those that are empty
     */
    default @Nullable String complaint(Map<String, @Nullable Object> row) {
        return null;
    }

    /** Whether the module can work with such a row of results. */
    default boolean isUsable(Map<String, @Nullable Object> row) {
        return outputs().stream().allMatch(column -> column.isUsableIn(row)) && complaint(row) == null;
    }
}
