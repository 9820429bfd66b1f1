package com.guncai.backoffice.shared;

import java.util.Locale;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells which constraint of the database refused a row; each database decorates the name its own way. */
public final class Constraint {
    private Constraint() {}

    /** @param name as the migration has it */
    public static boolean refused(DataIntegrityViolationException violation, String name) {
        return violation.getCause() instanceof ConstraintViolationException cause
                && String.valueOf(cause.getConstraintName())
                        .toLowerCase(Locale.ROOT)
                        .contains(name);
    }
}
