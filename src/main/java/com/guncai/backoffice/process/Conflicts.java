package com.guncai.backoffice.process;

import java.sql.SQLException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells a lost race from a failure: what lost one succeeds when it is tried again. */
public final class Conflicts {
    /** What the engine says when a branch ended between two of its reads. */
    private static final String PARENT_GONE = "ENGINE-03077";

    private Conflicts() {}

    /** Whether another transaction was first: the engine or JPA noticed it, or the database ended a deadlock (SQLSTATE 40…). */
    public static boolean isConflict(Throwable failure) {
        return ExceptionUtils.stream(failure).anyMatch(Conflicts::isConflictItself);
    }

    private static boolean isConflictItself(Throwable cause) {
        return cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || String.valueOf(cause.getMessage()).startsWith(PARENT_GONE)
                || (cause instanceof SQLException database
                        && String.valueOf(database.getSQLState()).startsWith("40"));
    }
}
