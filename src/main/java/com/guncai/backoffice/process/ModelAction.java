package com.guncai.backoffice.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public method of a {@link ModelBean} that expressions of diagrams may call; all others are out of their reach. Without a
 * value only the diagram of the method's own {@link CaseProcess} may.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ModelAction {
    /** For actions that do no harm wherever they are called: a message, a record of what the order's state allows. */
    String ANY_PROCESS = "*";

    /** Ids of the processes whose diagrams may call it, or {@link #ANY_PROCESS}. */
    String[] value() default {};
}
