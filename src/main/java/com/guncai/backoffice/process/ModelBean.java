package com.guncai.backoffice.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks the beans that a diagram's expressions may call, each by its methods that are {@link ModelAction}s. No other bean is visible to a
 * model.
 */
public interface ModelBean {
    /**
     * What is wrong with a call that stands in a diagram, as the end of a sentence in Chinese; {@code null} when nothing is.
     *
     * @param texts the arguments that are fixed texts; {@code null} for those that are known at run time only
     */
    default @Nullable String fault(String action, List<@Nullable String> texts) {
        return null;
    }
}
