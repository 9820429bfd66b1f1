package com.guncai.backoffice.process;

import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import java.util.List;

/** Where notes belong that staff write at a task (备注), and what every later task's card shows; a bean keeps them. */
public interface CaseNotes {
    /** @param orderNo or the number of a case that is about no order */
    void add(String orderNo, String text, String staff);

    /** Oldest first. */
    List<Note> of(String orderNo);

    /** A page with everything about an order; empty where the number is none of an order. */
    String page(String orderNo);

    /** @param who user id of staff, or who else said it */
    record Note(Instant at, String who, String text) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
