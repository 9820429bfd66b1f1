package com.guncai.backoffice.settlement;

import com.guncai.backoffice.settlement.Statement.State;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finance checks a statement, a manager who is somebody else confirms it. */
@Service
@Transactional
class SettlementDecisions {
    private static final int LONGEST_NOTE = 200;

    private final SettlementStatements statements;

    SettlementDecisions(SettlementStatements statements) {
        this.statements = statements;
    }

    /**
     * One that is not approved is rejected: its month can be stated anew.
     *
     * @throws ProblemException {@code DECISION_REQUIRED}, {@code NOTE_REQUIRED}, {@code TEXT_TOO_LONG}, {@code SETTLEMENT_STATE}
     */
    void check(String caseNo, @Nullable Object approved, @Nullable Object note, @Nullable String staff) {
        var yes = decision(approved, "请选择账目是否无误");
        var why = note == null ? "" : String.valueOf(note).strip();
        if (why.length() > LONGEST_NOTE) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "说明最多 " + LONGEST_NOTE + " 字");
        }
        if (!yes && why.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.NOTE_REQUIRED, "退回时请写明哪里不对");
        }
        statements.locked(caseNo, State.CHECKING);
        statements.checked(caseNo, yes ? State.CONFIRMING : State.REJECTED, staff, why);
    }

    /**
     * Agrees, or gives it back to finance.
     *
     * @throws ProblemException {@code DECISION_REQUIRED}, {@code FOUR_EYES}, {@code SETTLEMENT_STATE}
     */
    void confirm(String caseNo, @Nullable Object confirmed, @Nullable String staff) {
        var yes = decision(confirmed, "请选择是否确认");
        var statement = statements.locked(caseNo, State.CONFIRMING);
        if (staff == null || staff.equals(statement.checkedBy())) {
            throw ProblemException.conflict(ProblemCode.FOUR_EYES, "核对和确认须是两个人");
        }
        statements.confirmed(caseNo, yes ? State.CLOSING : State.CHECKING, staff);
    }

    /** Why somebody may not confirm it; {@code null} when nothing speaks against it. */
    @Nullable
    String veto(String caseNo, String staff) {
        return statements
                .find(caseNo)
                .filter(statement -> staff.equals(statement.checkedBy()))
                .map(statement -> "这份结算单是您核对的，须由另一位主管确认")
                .orElse(null);
    }

    private static boolean decision(@Nullable Object entered, String question) {
        if (entered instanceof Boolean yes) {
            return yes;
        }
        throw ProblemException.invalid(ProblemCode.DECISION_REQUIRED, question);
    }
}
