package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the reconciliation module with processes/ReconciliationProcess.bpmn; public for its expressions. */
@Component
public class ReconciliationProcess implements CaseProcess {
    private final Processes processes;
    private final Reconciliations reconciliations;
    private final WeChatDays days;
    private final Statements statements;
    private final Comparisons comparisons;
    private final Differences differences;
    private final Resolutions resolutions;
    private final ReconciliationCards cards;

    ReconciliationProcess(
            Processes processes,
            Reconciliations reconciliations,
            WeChatDays days,
            Statements statements,
            Comparisons comparisons,
            Differences differences,
            Resolutions resolutions,
            ReconciliationCards cards) {
        this.processes = processes;
        this.reconciliations = reconciliations;
        this.days = days;
        this.statements = statements;
        this.comparisons = comparisons;
        this.differences = differences;
        this.resolutions = resolutions;
        this.cards = cards;
    }

    @Override
    public Set<String> formFields() {
        return Set.of("account", "resolution", "note", "confirmed");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("finance", "managers");
    }

    @Override
    public Set<String> starters() {
        return Set.of("finance");
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.NONE.with(
                "reconciliationProcess.receive",
                "reconciliationProcess.fetch",
                "reconciliationProcess.compare",
                "reconciliationProcess.raise",
                "reconciliationProcess.resolve",
                "reconciliationProcess.confirm");
    }

    @Override
    public Set<String> messages() {
        return Set.of(DifferenceExplained.class.getSimpleName());
    }

    @Override
    public @Nullable String endVeto(String caseNo) {
        var waiting = reconciliations
                .find(caseNo)
                .filter(of -> of.state() == Reconciliation.State.WAITING)
                .map(of -> of.title() + " 还没有对完");
        return waiting.or(() -> differences
                        .find(caseNo)
                        .filter(found -> found.state() != Difference.State.RESOLVED)
                        .map(found -> "差异 " + found.differenceNo() + " 还没有处理"))
                .orElse(null);
    }

    @Override
    public @Nullable String claimVeto(String task, String caseNo, String staff) {
        return task.equals("Task_ConfirmResolution") ? resolutions.veto(caseNo, staff) : null;
    }

    @EventListener
    void on(DifferenceFound found) {
        processes.startWith(found, found.differenceNo(), Map.of(Processes.ORDER_NO, found.differenceNo()));
    }

    /** Its process has not begun, or is with a manager: then people go on with it. */
    @EventListener
    void on(DifferenceExplained explained) {
        processes.correlateIfWaiting(explained.differenceNo(), explained);
    }

    /** A case for each day of WeChat Pay that is over and has none. */
    void openDays() {
        for (var caseNo : reconciliations.openDays()) {
            processes.startWith(new ReconciliationDue(caseNo), caseNo, Map.of(Processes.ORDER_NO, caseNo));
        }
    }

    /** Task_FetchBills: {@code READY}, {@code LATER} or {@code OVERDUE}. Remote. */
    @ModelAction
    public String fetch(String caseNo) {
        return days.fetch(caseNo).name();
    }

    /**
     * Task_ReceiveStatement: takes the file out of the case and keeps it; what cannot be a statement does not start one.
     *
     * @return the number of the case
     */
    @ModelAction
    public String receive(@Nullable Object account) {
        var caseNo = statements.receive(account, processes.takeFile("file"), processes.currentStaff());
        processes.assignBusinessKey(caseNo, Set.of("account"));
        return caseNo;
    }

    /** Task_Compare: whether there are differences. */
    @ModelAction
    public boolean compare(String caseNo) {
        return comparisons.compare(caseNo);
    }

    /** Task_RaiseDifferences: gives some of them to finance; whether that was all. */
    @ModelAction
    public boolean raise(String caseNo) {
        return comparisons.raise(caseNo);
    }

    /** Task_RecordResolution: whether a manager has to confirm it. */
    @ModelAction
    public boolean resolve(String differenceNo, @Nullable Object resolution, @Nullable Object note) {
        return resolutions.resolve(differenceNo, resolution, note, processes.currentStaff());
    }

    /** Task_RecordConfirmation. */
    @ModelAction
    public void confirm(String differenceNo, @Nullable Object confirmed) {
        resolutions.confirm(differenceNo, confirmed, processes.currentStaff());
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
