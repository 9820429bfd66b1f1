package com.guncai.backoffice.shared;

/** Brings rows of an earlier release to how they are kept now. Safe to repeat, and for several nodes at once. */
public interface Backfill {
    /** @return how many rows were changed */
    int run();
}
