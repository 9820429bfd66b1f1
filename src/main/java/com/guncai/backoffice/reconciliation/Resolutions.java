package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.reconciliation.Difference.Resolution;
import com.guncai.backoffice.reconciliation.Difference.State;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What finance decides about differences. Resolving one and its entries are one transaction. */
@Service
@Transactional
class Resolutions {
    private static final int LONGEST_NOTE = 200;
    private static final Set<String> CHOICES = Set.of(Resolution.BOOK.name(), Resolution.KEEP.name());

    private final Differences differences;
    private final Reconciliations reconciliations;
    private final DifferencePostings postings;
    private final ReconciliationProperties properties;

    Resolutions(
            Differences differences,
            Reconciliations reconciliations,
            DifferencePostings postings,
            ReconciliationProperties properties) {
        this.differences = differences;
        this.reconciliations = reconciliations;
        this.postings = postings;
        this.properties = properties;
    }

    /**
     * @return whether a manager has to confirm it before anything is posted
     * @throws ProblemException {@code RESOLUTION_REQUIRED}, {@code NOTE_REQUIRED}, {@code TEXT_TOO_LONG}, {@code DIFFERENCE_STATE}
     */
    boolean resolve(String differenceNo, @Nullable Object resolution, @Nullable Object note, @Nullable String staff) {
        if (!(resolution instanceof String chosen) || !CHOICES.contains(chosen)) {
            throw ProblemException.invalid(ProblemCode.RESOLUTION_REQUIRED, "请选择怎么处理");
        }
        var how = Resolution.valueOf(chosen);
        var why = note == null ? "" : String.valueOf(note).strip();
        if (why.length() > LONGEST_NOTE) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "说明最多 " + LONGEST_NOTE + " 字");
        }
        if (how == Resolution.KEEP && why.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.NOTE_REQUIRED, "不入账时请写明为什么以我方为准");
        }
        var difference = expected(differenceNo, State.OPEN);
        var confirming = how == Resolution.BOOK && difference.stakeFen() >= properties.confirmFromFen();
        differences.resolved(difference, confirming ? State.PROPOSED : State.RESOLVED, how, why, staff);
        if (!confirming) {
            carryOut(difference, how);
        }
        return confirming;
    }

    /**
     * A manager agrees, or gives it back to finance.
     *
     * @throws ProblemException {@code DECISION_REQUIRED}, {@code FOUR_EYES}, {@code DIFFERENCE_STATE}
     */
    void confirm(String differenceNo, @Nullable Object confirmed, @Nullable String staff) {
        if (!(confirmed instanceof Boolean yes)) {
            throw ProblemException.invalid(ProblemCode.DECISION_REQUIRED, "请选择是否同意");
        }
        var difference = expected(differenceNo, State.PROPOSED);
        if (staff == null || staff.equals(difference.resolvedBy())) {
            throw ProblemException.conflict(ProblemCode.FOUR_EYES, "处理和确认须是两个人");
        }
        differences.confirmed(difference, yes ? State.RESOLVED : State.OPEN, staff);
        if (yes && difference.resolution() != null) {
            carryOut(difference, difference.resolution());
        }
    }

    /** Why somebody may not confirm it; {@code null} when nothing speaks against it. */
    @Nullable
    String veto(String differenceNo, String staff) {
        return differences
                .find(differenceNo)
                .filter(difference -> staff.equals(difference.resolvedBy()))
                .map(difference -> "这笔差异是您处理的，须由另一位主管确认")
                .orElse(null);
    }

    private void carryOut(Difference difference, Resolution how) {
        if (how == Resolution.BOOK) {
            postings.book(difference);
        }
        reconciliations.settle(difference.caseNo());
    }

    private Difference expected(String differenceNo, State state) {
        var difference = differences.locked(differenceNo);
        if (difference.state() != state) {
            throw ProblemException.conflict(
                    ProblemCode.DIFFERENCE_STATE,
                    "这笔差异%s，请刷新查看".formatted(difference.state().label()));
        }
        return difference;
    }
}
