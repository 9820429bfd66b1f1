package com.guncai.backoffice.shared;

import java.time.Instant;
import java.time.Period;
import java.util.function.ToIntFunction;

/** How long something about persons is kept; a module declares it by a bean, and the nights carry it out. */
public interface Retention {
    /** Stands where something about a person was that a column needs. */
    String GONE = "（已删除）";

    /**
     * @param what a line of the operations page
     * @param removal of what is older than the moment it is given; answers how many rows
     */
    static Retention of(String what, Period kept, ToIntFunction<Instant> removal) {
        return new Retention() {
            @Override
            public String what() {
                return what;
            }

            @Override
            public Period kept() {
                return kept;
            }

            @Override
            public int remove(Instant before) {
                return removal.applyAsInt(before);
            }
        };
    }

    /** A line of the operations page. */
    String what();

    Period kept();

    /**
     * Removes what is older. Safe to repeat, and at several nodes at once.
     *
     * @return how many rows
     */
    int remove(Instant before);
}
