package com.guncai.backoffice.settlement;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.shared.ProblemException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Connects the settlement module with processes/SettlementProcess.bpmn; public for its expressions. */
@Component
public class SettlementProcess implements CaseProcess {
    private final Processes processes;
    private final SettlementOpening opening;
    private final StatementMaker maker;
    private final SettlementDecisions decisions;
    private final SettlementClosing closing;
    private final SettlementReceipts receipts;
    private final SettlementStatements statements;
    private final OpenSettlements open;
    private final Ceiling ceiling;
    private final SettlementCards cards;

    SettlementProcess(
            Processes processes,
            SettlementOpening opening,
            StatementMaker maker,
            SettlementDecisions decisions,
            SettlementClosing closing,
            SettlementReceipts receipts,
            SettlementStatements statements,
            OpenSettlements open,
            Ceiling ceiling,
            SettlementCards cards) {
        this.processes = processes;
        this.opening = opening;
        this.maker = maker;
        this.decisions = decisions;
        this.closing = closing;
        this.receipts = receipts;
        this.statements = statements;
        this.open = open;
        this.ceiling = ceiling;
        this.cards = cards;
    }

    @Override
    public Set<String> formFields() {
        return Set.of("approved", "note", "confirmed", "bankFlowNo", "receivedYuan", "receivedOn");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("finance", "managers");
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.NONE.with(
                "settlementProcess.make",
                "settlementProcess.check",
                "settlementProcess.confirm",
                "settlementProcess.close",
                "settlementProcess.receive",
                "notification.tellDesk");
    }

    @Override
    public @Nullable String endVeto(String caseNo) {
        return open.isOpen(caseNo) ? "结算单 " + statements.get(caseNo).period() + " 还没有关账或收齐" : null;
    }

    @Override
    public @Nullable String claimVeto(String task, String caseNo, String staff) {
        return task.equals("Task_ConfirmStatement") ? decisions.veto(caseNo, staff) : null;
    }

    /** The month before, once. */
    void openDue() {
        opening.openDue().ifPresent(this::start);
    }

    /**
     * A month that somebody asks for.
     *
     * @return the number of its case
     * @throws ProblemException as {@link SettlementOpening#openByHand}
     */
    @Transactional
    public String openByHand(YearMonth period, String staff) {
        var caseNo = opening.openByHand(period, staff);
        start(caseNo);
        return caseNo;
    }

    private void start(String caseNo) {
        processes.startWith(new StatementDue(caseNo), caseNo, Map.of(Processes.ORDER_NO, caseNo));
    }

    /** Managers are told of each share of the ceiling, once. */
    void raiseAlarms() {
        for (var caseNo : ceiling.reach()) {
            processes.startWith(new CeilingReached(caseNo), caseNo, Map.of(Processes.ORDER_NO, caseNo));
        }
    }

    /** Task_MakeStatement: counts the month. */
    @ModelAction
    public void make(String caseNo) {
        maker.make(caseNo);
    }

    /** Task_RecordCheck. */
    @ModelAction
    public void check(String caseNo, @Nullable Object approved, @Nullable Object note) {
        decisions.check(caseNo, approved, note, processes.currentStaff());
    }

    /** Task_RecordConfirmation. */
    @ModelAction
    public void confirm(String caseNo, @Nullable Object confirmed) {
        decisions.confirm(caseNo, confirmed, processes.currentStaff());
    }

    /** Task_CloseStatement: whether there is something to be paid. */
    @ModelAction
    public boolean close(String caseNo) {
        return closing.close(caseNo);
    }

    /** Task_RecordReceipt: whether something is still owed. */
    @ModelAction
    public boolean receive(
            String caseNo, @Nullable Object bankFlowNo, @Nullable Object receivedYuan, @Nullable Object receivedOn) {
        return receipts.record(caseNo, bankFlowNo, receivedYuan, receivedOn, processes.currentStaff());
    }

    /** What the forms show. */
    @ModelAction
    public TaskFormData card(String caseNo) {
        return processes.card(this, caseNo);
    }

    /** The case in a line, for the list of tasks. */
    @ModelAction
    public String summary(String caseNo) {
        return cards.summary(caseNo);
    }

    @Override
    public Object cardContent(String caseNo) {
        return cards.of(caseNo);
    }
}
