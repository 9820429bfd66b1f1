package com.guncai.backoffice.topup;

import static com.guncai.backoffice.topup.TopUpService.TOP_UP;

import com.guncai.backoffice.order.OpenOrders;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Connects the topup module with processes/TopUpOrderProcess.bpmn; public for its expressions. */
@Component
public class TopUpOrderProcess implements CaseProcess {
    private final Processes processes;
    private final OpenOrders openOrders;
    private final TopUpOrders topUpOrders;
    private final TopUpOrderCards cards;

    TopUpOrderProcess(Processes processes, OpenOrders openOrders, TopUpOrders topUpOrders, TopUpOrderCards cards) {
        this.processes = processes;
        this.openOrders = openOrders;
        this.topUpOrders = topUpOrders;
        this.cards = cards;
    }

    @Override
    public Set<String> formFields() {
        return Set.of("toppedUp", "transactionNo", "purchaseCostYuan", "costConfirmed", "failureReason");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("top-up-desk");
    }

    @Override
    public boolean fulfils(ServiceCode service) {
        return service.equals(TOP_UP);
    }

    /** A second delivery, or a second top-up, is bought as the first was. */
    @Override
    public boolean redoes(ServiceCode service) {
        return fulfils(service);
    }

    @Override
    public String service(String orderNo) {
        return TOP_UP.code();
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy("topUpOrderProcess.recordTopUp").orBy("refund.open", "RefundProcess");
    }

    @Override
    public Set<String> messages() {
        return Set.of("OrderRefunded");
    }

    @Override
    public @Nullable String endVeto(String orderNo) {
        return openOrders.whyOpen(orderNo);
    }

    /** What the form shows. */
    @ModelAction
    public TaskFormData card(String orderNo) {
        return processes.card(this, orderNo);
    }

    /** The order in a line, for the list of tasks. */
    @ModelAction
    public String summary(String orderNo) {
        return cards.summary(orderNo);
    }

    @Override
    public Object cardContent(String orderNo) {
        return cards.of(orderNo);
    }

    /** As below, in diagrams of before the question about the amount: their form cannot answer it. */
    @ModelAction
    public void recordTopUp(String orderNo, @Nullable Object transactionNo, @Nullable Object purchaseCostYuan) {
        recordTopUp(orderNo, transactionNo, purchaseCostYuan, true);
    }

    /** Task_RecordTopUp. */
    @ModelAction
    public void recordTopUp(
            String orderNo,
            @Nullable Object transactionNo,
            @Nullable Object purchaseCostYuan,
            @Nullable Object costConfirmed) {
        topUpOrders.complete(orderNo, Purchase.entered(transactionNo, purchaseCostYuan), costConfirmed);
    }

    /** Task_RecordTopUpFailure. */
    @ModelAction
    public void recordFailure(String orderNo, @Nullable String failureReason) {
        topUpOrders.fail(orderNo, failureReason);
    }
}
