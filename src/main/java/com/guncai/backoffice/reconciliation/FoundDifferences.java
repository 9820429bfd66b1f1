package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.reconciliation.Difference.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The differences that one comparison finds, numbered after it. */
class FoundDifferences {
    private final Reconciliation of;
    private final Differences differences;
    private int count;

    FoundDifferences(Reconciliation of, Differences differences) {
        this.of = of;
        this.differences = differences;
    }

    /** One that was found before is not found again. */
    void raise(
            DifferenceKind kind,
            String subject,
            @Nullable String orderNo,
            Instant at,
            @Nullable Long oursFen,
            @Nullable Long theirsFen,
            long feeFen) {
        var difference = new Difference(
                of.caseNo() + "D" + (count + 1),
                of.caseNo(),
                of.source(),
                kind,
                subject,
                orderNo,
                at,
                oursFen,
                theirsFen,
                feeFen,
                State.OPEN,
                null,
                null,
                null,
                null,
                null);
        if (differences.add(difference)) {
            count++;
        }
    }

    int count() {
        return count;
    }
}
