package com.guncai.backoffice.refund;

import com.guncai.backoffice.notification.Notifications;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the refund module with processes/RefundProcess.bpmn; public for its expressions. */
@Component
public class RefundProcess implements CaseProcess {
    private final Processes processes;
    private final Notifications notifications;
    private final Refunds refunds;
    private final RefundRequests requests;
    private final RefundBook book;
    private final RefundCards cards;
    private final Orders orders;

    RefundProcess(
            Processes processes,
            Notifications notifications,
            Refunds refunds,
            RefundRequests requests,
            RefundBook book,
            RefundCards cards,
            Orders orders) {
        this.processes = processes;
        this.notifications = notifications;
        this.refunds = refunds;
        this.requests = requests;
        this.book = book;
        this.cards = cards;
        this.orders = orders;
    }

    @Override
    public Set<String> formFields() {
        return Set.of("refundApproved", "refundYuan", "refundFen", "orderContinues", "decisionNote", "bankFlowNo");
    }

    @Override
    public Map<String, List<@Nullable Object>> sampleStart() {
        return Map.of("decisionNeeded", List.of(true, false));
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("customer-service", "finance");
    }

    @Override
    public Set<String> caseNumbers() {
        return Set.of("refundNo", Processes.ORDER_NO);
    }

    @Override
    public String orderNo(String refundNo) {
        return refunds.get(refundNo).orderNo();
    }

    @Override
    public String service(String refundNo) {
        return orders.get(refunds.get(refundNo).orderNo()).service().code();
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy("refundProcess.decide")
                .orBy("refundProcess.request")
                .orBy("refundProcess.recordWithdrawal")
                .with("refundProcess.synchronise", "refundProcess.recordTransfer");
    }

    @Override
    public Set<String> messages() {
        return Set.of(
                RefundSettled.class.getSimpleName(),
                RefundFailed.class.getSimpleName(),
                RefundWithdrawn.class.getSimpleName());
    }

    @Override
    public @Nullable String endVeto(String refundNo) {
        return refunds.status(refundNo).isOpen()
                ? "退单 %s（订单 %s）还没有办完".formatted(refundNo, refunds.get(refundNo).orderNo())
                : null;
    }

    @EventListener
    void on(RefundOpened opened) {
        processes.start(
                this,
                opened.refundNo(),
                Map.of(
                        "refundNo",
                        opened.refundNo(),
                        Processes.ORDER_NO,
                        opened.orderNo(),
                        "decisionNeeded",
                        opened.decisionNeeded()));
    }

    /** Should a manager's diagram not wait for it, the customer is told that it is too late. */
    @EventListener
    void on(RefundWithdrawn withdrawn) {
        processes.correlate(withdrawn.refundNo(), withdrawn);
    }

    /** A process that is just asking WeChat Pay finds the result on the refund by itself. */
    @EventListener
    void on(RefundSettled settled) {
        processes.correlateIfWaiting(settled.refundNo(), settled);
    }

    @EventListener
    void on(RefundFailed failed) {
        processes.correlateIfWaiting(failed.refundNo(), failed);
    }

    /** The process may be over: whoever made the transfer has to hear of it all the same. */
    @EventListener
    void on(RefundPaidTwice twice) {
        notifications.tellDesk(twice.orderNo(), "finance", "DESK_REFUND_PAID_TWICE");
    }

    /** Ends the order's own process, whatever its service; without it the state of the order ends its tasks. */
    @EventListener
    void on(OrderRefunded refunded) {
        processes.correlateIfWaiting(refunded.orderNo(), refunded);
    }

    /** Input of RefundApproval.dmn, which compares it in yuan. */
    @ModelAction
    public long refundableFen(String orderNo) {
        return orders.get(orderNo).refundableFen();
    }

    /** What the forms show. */
    @ModelAction
    public TaskFormData card(String refundNo) {
        return processes.card(this, refundNo);
    }

    /** The refund in a line, for the list of tasks. */
    @ModelAction
    public String summary(String refundNo) {
        return cards.summary(refundNo);
    }

    @Override
    public Object cardContent(String refundNo) {
        return cards.of(refundNo);
    }

    /**
     * Task_RecordDecision: what customer service agreed with the customer.
     *
     * @param refundYuan what goes back; empty for what was asked for, which is all that is left unless staff proposed a sum
     * @param orderContinues whether the order goes on; empty: it does when a part goes back
     * @param decisionNote shown to the customer; needed for a refusal
     */
    @ModelAction
    public void decide(
            String refundNo,
            @Nullable Object refundApproved,
            @Nullable Object refundYuan,
            @Nullable Object orderContinues,
            @Nullable Object decisionNote) {
        var decision = RefundDecision.entered(refundApproved, refundYuan, orderContinues, decisionNote);
        refunds.decide(refundNo, decision, processes.currentStaff());
    }

    /** Task_RecordDecision of diagrams before {@code refundYuan}: their form asks for fen and says that the order ends. */
    @ModelAction
    public void decide(
            String refundNo,
            @Nullable Object refundApproved,
            @Nullable Object refundFen,
            @Nullable Object decisionNote) {
        var decision = RefundDecision.enteredInFen(refundApproved, refundFen, decisionNote);
        refunds.decide(refundNo, decision, processes.currentStaff());
    }

    /**
     * Task_RecordWithdrawal: the customer took it back before the decision.
     *
     * @throws IllegalStateException when that is not so
     */
    @ModelAction
    public void recordWithdrawal(String refundNo) {
        if (refunds.status(refundNo) != RefundStatus.WITHDRAWN) {
            throw new IllegalStateException("refund " + refundNo + " is not withdrawn");
        }
    }

    /** Whether the order ended by the refund; a process that called for it goes on otherwise. */
    @ModelAction
    public boolean endsOrder(String refundNo) {
        return refunds.get(refundNo).endsOrder();
    }

    /** Task_RequestRefund: has WeChat Pay send the money back; the number makes it safe to repeat. Remote. */
    @ModelAction
    public void request(String refundNo) {
        requests.request(refundNo);
    }

    /** Task_QueryRefund: asks WeChat Pay for the result, in case its notification got lost. Remote. */
    @ModelAction
    public void synchronise(String refundNo) {
        requests.synchronise(refundNo);
    }

    /** {@code PENDING}, {@code SETTLED} or {@code FAILED}: what is known by now, so that no early notification is lost. */
    @ModelAction
    public String outcome(String refundNo) {
        return switch (refunds.status(refundNo)) {
            case REFUNDED -> "SETTLED";
            case BY_HAND -> "FAILED";
            case REQUESTED, REJECTED, WITHDRAWN, APPROVED -> "PENDING";
        };
    }

    /** Task_RecordTransfer. */
    @ModelAction
    public void recordTransfer(String refundNo, @Nullable Object bankFlowNo) {
        book.transferred(refundNo, bankFlowNo);
    }

    /**
     * Whether WeChat still holds money of an order that ended, which it releases only when it knows of the shipping: what
     * was not refunded, and all of what finance transferred in its place. An order that goes on is shipped in its own time.
     */
    @ModelAction
    public boolean keepsRest(String refundNo) {
        var refund = refunds.get(refundNo);
        var order = orders.get(refund.orderNo());
        return order.status() == OrderStatus.REFUNDED && (refund.bankFlowNo() != null || order.refundableFen() > 0);
    }
}
