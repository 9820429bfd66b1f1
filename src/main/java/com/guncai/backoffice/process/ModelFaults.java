package com.guncai.backoffice.process;

import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.ProblemException;
import java.time.DateTimeException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Tells a mistake of a diagram from a technical failure: no repetition mends a wrong expression. What the engine itself
 * refuses (an unknown name, a timer it cannot read, a gateway without a way out) is always the diagram's; whatever the
 * network or the database refuses has a cause of theirs.
 */
public final class ModelFaults {
    private static final String ENGINE = "org.camunda.";
    private static final List<Class<? extends Exception>> UNREADABLE_VALUES = List.of(
            IllegalArgumentException.class,
            DateTimeException.class,
            ArithmeticException.class,
            ClassCastException.class);

    private ModelFaults() {}

    /** Whether only another diagram, or another table, lets the step succeed. */
    public static boolean isModelFault(Throwable failure) {
        var root = ExceptionUtils.getRootCause(failure);
        return !Conflicts.isConflict(failure)
                && ExceptionUtils.throwableOfType(failure, ProblemException.class) == null
                && (root.getClass().getName().startsWith(ENGINE)
                        || UNREADABLE_VALUES.stream().anyMatch(type -> type.isInstance(root))
                        || isThrownByTheEngine(root));
    }

    /** As above, and what only the diagram can have led to: a case that would end, a message that nobody can send. */
    public static boolean isOfTheDiagram(Throwable failure) {
        return isFinal(failure) || isModelFault(failure);
    }

    private static boolean isFinal(Throwable failure) {
        return ExceptionUtils.throwableOfType(failure, NonRetryableException.class) != null;
    }

    /** What the JDK refuses when the engine asks it: a text that is no duration. */
    private static boolean isThrownByTheEngine(Throwable root) {
        return Stream.of(root.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.matches("(java|javax|jdk|sun|com\\.sun)\\..*"))
                .limit(1)
                .anyMatch(name -> name.startsWith(ENGINE));
    }
}
