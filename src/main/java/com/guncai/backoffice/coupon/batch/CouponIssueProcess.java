package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the coupon module with processes/CouponIssueProcess.bpmn; public for its expressions. */
@Component
public class CouponIssueProcess implements CaseProcess {
    private final Processes processes;
    private final CouponIssues issues;
    private final BatchCards cards;

    CouponIssueProcess(Processes processes, CouponIssues issues, BatchCards cards) {
        this.processes = processes;
        this.issues = issues;
        this.cards = cards;
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy(
                        "couponIssueProcess.receive", "couponIssueProcess.read", "couponIssueProcess.decide")
                .orBy("couponIssueProcess.receive", "couponIssueProcess.read", "couponIssueProcess.recordWithdrawal")
                .with("couponIssueProcess.issue");
    }

    @Override
    public Set<String> formFields() {
        return Set.of("couponProduct", "batchNo", "approved", "declineReason");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("managers");
    }

    @Override
    public Set<String> starters() {
        return Set.of("coupon-desk", "managers");
    }

    /**
     * Task_ReceiveFile: takes the file out of the case and keeps it; what cannot be the right file, or comes with a batch
     * number that was used, does not start one.
     *
     * @return the number of the case
     */
    @ModelAction
    public String receive(@Nullable Object batchNo, @Nullable Object couponProduct) {
        var caseNo = issues.submit(batchNo, couponProduct, processes.takeFile("file"), processes.currentStaff());
        processes.assignBusinessKey(caseNo, Set.of("couponProduct", "batchNo"));
        return caseNo;
    }

    /** Who handed a list in does not approve it. */
    @Override
    public @Nullable String claimVeto(String task, String caseNo, String staff) {
        return task.equals("Task_ApproveIssue") && issues.isSubmittedBy(caseNo, staff) ? CouponIssues.FOUR_EYES : null;
    }

    /** Task_ReadFile. */
    @ModelAction
    public void read(String caseNo) {
        issues.read(caseNo);
    }

    @Override
    public Set<String> messages() {
        return Set.of(BatchWithdrawn.class.getSimpleName());
    }

    /** A diagram that does not wait for it leaves the list to the managers. */
    @EventListener
    void on(BatchWithdrawn withdrawn) {
        if (!processes.correlateIfWaiting(withdrawn.caseNo(), withdrawn)) {
            throw ProblemException.conflict(ProblemCode.BATCH_STATE, "这一批现在不能撤回，请主管选“不批准”");
        }
    }

    /** Task_RecordDecision, in diagrams whose form does not ask why. */
    @ModelAction
    public void decide(String caseNo, @Nullable Object approved) {
        decide(caseNo, approved, null);
    }

    /** Task_RecordDecision. */
    @ModelAction
    public void decide(String caseNo, @Nullable Object approved, @Nullable Object declineReason) {
        issues.decide(caseNo, approved, declineReason, processes.currentStaff());
    }

    /** Task_RecordWithdrawal. */
    @ModelAction
    public void recordWithdrawal(String caseNo) {
        issues.recordWithdrawal(caseNo);
    }

    /** Task_IssueCoupons: {@code false} when codes have become short since the approval. */
    @ModelAction
    public boolean issue(String caseNo) {
        return issues.issue(caseNo);
    }

    /** What the form shows. */
    @ModelAction
    public TaskFormData card(String caseNo) {
        return processes.card(this, caseNo);
    }

    /** The batch in a line, for the list of tasks. */
    @ModelAction
    public String summary(String caseNo) {
        return cards.summary(caseNo);
    }

    @Override
    public Object cardContent(String caseNo) {
        return cards.of(caseNo);
    }
}
