package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Connects the coupon module with processes/CouponImportProcess.bpmn; public for its expressions. */
@Component
public class CouponImportProcess implements CaseProcess {
    private final Processes processes;
    private final CodeImports imports;
    private final BatchCards cards;

    CouponImportProcess(Processes processes, CodeImports imports, BatchCards cards) {
        this.processes = processes;
        this.imports = imports;
        this.cards = cards;
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy(
                        "couponImportProcess.receive", "couponImportProcess.read", "couponImportProcess.decide")
                .with("couponImportProcess.importCodes");
    }

    @Override
    public Set<String> formFields() {
        return Set.of("couponProduct", "boughtBy", "purchaseCostYuan", "confirmed");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("coupon-desk");
    }

    @Override
    public Set<String> starters() {
        return Set.of("coupon-desk", "managers");
    }

    /**
     * Task_ReceiveFile: takes the file out of the case and keeps it; what cannot be the right file does not start one.
     *
     * @return the number of the case
     */
    @ModelAction
    public String receive(
            @Nullable Object couponProduct, @Nullable Object boughtBy, @Nullable Object purchaseCostYuan) {
        var caseNo = imports.submit(
                couponProduct, boughtBy, purchaseCostYuan, processes.takeFile("file"), processes.currentStaff());
        processes.assignBusinessKey(caseNo, Set.of("couponProduct", "boughtBy", "purchaseCostYuan"));
        return caseNo;
    }

    /** Task_ReadFile. */
    @ModelAction
    public void read(String caseNo) {
        imports.read(caseNo);
    }

    /** Task_RecordDecision. */
    @ModelAction
    public void decide(String caseNo, @Nullable Object confirmed) {
        imports.decide(caseNo, confirmed, processes.currentStaff());
    }

    /** Task_ImportCodes: answers the product whose stock grew. */
    @ModelAction
    public String importCodes(String caseNo) {
        return imports.importCodes(caseNo);
    }

    /** What the form shows. */
    @ModelAction
    public TaskFormData card(String caseNo) {
        return processes.card(this, caseNo);
    }

    /** The file in a line, for the list of tasks. */
    @ModelAction
    public String summary(String caseNo) {
        return cards.summary(caseNo);
    }

    @Override
    public Object cardContent(String caseNo) {
        return cards.of(caseNo);
    }
}
