package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
                .with("couponIssueProcess.issue");
    }

    @Override
    public Set<String> formFields() {
        return Set.of("couponProduct", "batchNo", "approved");
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

    /** Task_RecordDecision. */
    @ModelAction
    public void decide(String caseNo, @Nullable Object approved) {
        issues.decide(caseNo, approved, processes.currentStaff());
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
