package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.Deadlines;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.refund.RefundTasks;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the aftersale module with processes/AfterSalesProcess.bpmn; public for its expressions. */
@Component
public class AfterSalesProcess implements CaseProcess {
    static final String DESK = "customer-service";

    /** The row of Deadlines.dmn that says when all has to be solved. */
    private static final String SOLVED = "AfterSalesSolved";

    private final Processes processes;
    private final AfterSales afterSales;
    private final Complaints complaints;
    private final AfterSaleRedo redo;
    private final RefundTasks refunds;
    private final AfterSaleCards cards;
    private final Orders orders;
    private final Deadlines deadlines;

    AfterSalesProcess(
            Processes processes,
            AfterSales afterSales,
            Complaints complaints,
            AfterSaleRedo redo,
            RefundTasks refunds,
            AfterSaleCards cards,
            Orders orders,
            Deadlines deadlines) {
        this.processes = processes;
        this.afterSales = afterSales;
        this.complaints = complaints;
        this.redo = redo;
        this.refunds = refunds;
        this.cards = cards;
        this.orders = orders;
        this.deadlines = deadlines;
    }

    @Override
    public Set<String> formFields() {
        return Set.of("outcome", "answer");
    }

    @Override
    public Map<String, List<@Nullable Object>> sampleStart() {
        return Map.of("complaint", List.of(true, false));
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of(DESK);
    }

    @Override
    public Set<String> caseNumbers() {
        return Set.of("afterSaleNo", Processes.ORDER_NO);
    }

    @Override
    public String orderNo(String afterSaleNo) {
        return Objects.requireNonNullElse(afterSales.get(afterSaleNo).orderNo(), afterSaleNo);
    }

    @Override
    public @Nullable String service(String afterSaleNo) {
        var orderNo = afterSales.get(afterSaleNo).orderNo();
        return orderNo == null ? null : orders.get(orderNo).service().code();
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy("afterSalesProcess.answer", "afterSalesProcess.close")
                .with("afterSalesProcess.fetchComplaint", "afterSalesProcess.sendAnswer")
                .with("afterSalesProcess.completeComplaint");
    }

    @Override
    public @Nullable String endVeto(String afterSaleNo) {
        return afterSales.get(afterSaleNo).state() == AfterSaleState.SOLVED ? null : "售后 " + afterSaleNo + " 还没有办完";
    }

    @EventListener
    void on(AfterSaleOpened opened) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("afterSaleNo", opened.afterSaleNo());
        variables.put(Processes.ORDER_NO, opened.orderNo() == null ? opened.afterSaleNo() : opened.orderNo());
        variables.put("complaint", opened.orderNo() == null);
        processes.start(this, opened.afterSaleNo(), variables);
    }

    /** Task_FetchComplaint: what is complained of, and the order's number; the case's own when there is none. Remote. */
    @ModelAction
    public String fetchComplaint(String afterSaleNo) {
        complaints.fetch(afterSaleNo);
        return orderNo(afterSaleNo);
    }

    /** StartEvent_SolvingLate: managers hear of it before the time that WeChat gives is over. */
    @ModelAction
    public Date escalateAt(String afterSaleNo) {
        var within = Objects.requireNonNullElse(
                deadlines.of(service(afterSaleNo), SOLVED).escalation(), Duration.ofHours(60));
        return Date.from(afterSales.get(afterSaleNo).openedAt().plus(within));
    }

    /** What the form shows. */
    @ModelAction
    public TaskFormData card(String afterSaleNo) {
        return processes.card(this, afterSaleNo);
    }

    /** The case in a line, for the list of tasks. */
    @ModelAction
    public String summary(String afterSaleNo) {
        return cards.summary(afterSaleNo);
    }

    @Override
    public Object cardContent(String afterSaleNo) {
        return cards.of(afterSaleNo);
    }

    /**
     * Task_RecordAnswer. An order that cannot be done again or has nothing to refund is refused here, the task stays. A refund is
     * opened at once: until the answer is sent, nothing can come between.
     */
    @ModelAction
    public void answer(String afterSaleNo, @Nullable Object outcome, @Nullable Object answer) {
        var afterSale = afterSales.answer(afterSaleNo, outcome, answer, processes.currentStaff());
        redo.check(afterSale);
        if (afterSale.outcome() == AfterSaleOutcome.REFUND) {
            var orderNo = Objects.requireNonNull(afterSale.orderNo());
            var reason = Objects.requireNonNull(afterSale.answer());
            afterSales.refunding(afterSaleNo, refunds.openForAfterSale(orderNo, reason));
        }
    }

    /** Task_SendAnswer: to WeChat Pay. Remote. */
    @ModelAction
    public void sendAnswer(String afterSaleNo) {
        complaints.answer(afterSaleNo);
    }

    /** Task_Redo: the order's service starts once more. */
    @ModelAction
    public void redo(String afterSaleNo) {
        redo.start(afterSaleNo);
    }

    /** Task_Refund: the number of the refund that was opened with the answer. */
    @ModelAction
    public String refundNo(String afterSaleNo) {
        return Objects.requireNonNull(afterSales.get(afterSaleNo).refundNo());
    }

    /** Whether the refund that customer service agreed on was paid; otherwise there is something left to answer. */
    @ModelAction
    public boolean refunded(String afterSaleNo) {
        return refunds.isRefunded(refundNo(afterSaleNo));
    }

    /** Task_CloseAfterSale. */
    @ModelAction
    public void close(String afterSaleNo) {
        afterSales.solved(afterSaleNo);
    }

    /** Task_CompleteComplaint: at WeChat Pay. Remote. */
    @ModelAction
    public void completeComplaint(String afterSaleNo) {
        complaints.complete(afterSaleNo);
    }
}
