package com.guncai.backoffice.refund;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CaseCard;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the refund module with processes/RefundProcess.bpmn; public for its expressions. */
@Component
public class RefundProcess implements CaseProcess {
    private static final Duration DECISION_TIME = Duration.ofHours(2);
    private static final Duration TRANSFER_TIME = Duration.ofHours(24);

    private final Processes processes;
    private final Refunds refunds;
    private final RefundBook book;
    private final RefundCards cards;
    private final Orders orders;
    private final Clock clock;

    RefundProcess(
            Processes processes, Refunds refunds, RefundBook book, RefundCards cards, Orders orders, Clock clock) {
        this.processes = processes;
        this.refunds = refunds;
        this.book = book;
        this.cards = cards;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Set<String> answers() {
        return Set.of("refundApproved", "refundFen", "decisionNote", "bankFlowNo");
    }

    @Override
    public Set<String> desks() {
        return Set.of("customer-service", "finance");
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

    /** A process that is just asking WeChat Pay finds the result on the refund by itself. */
    @EventListener
    void on(RefundSettled settled) {
        processes.tellIfWaiting(settled.refundNo(), settled);
    }

    @EventListener
    void on(RefundFailed failed) {
        processes.tellIfWaiting(failed.refundNo(), failed);
    }

    /** Ends the order's own process, whatever its service; without it the state of the order ends its tasks. */
    @EventListener
    void on(OrderRefunded refunded) {
        processes.tellIfWaiting(refunded.orderNo(), refunded);
    }

    /** Input of RefundApproval.dmn: what can go back, in yuan, to be compared only. */
    public double refundableYuan(String orderNo) {
        return orders.get(orderNo).refundableFen() / 100.0;
    }

    /** What the forms show. */
    public CaseCard card(String refundNo) {
        return processes.card(this, refundNo);
    }

    /** The refund in a line, for the list of tasks. */
    public String summary(String refundNo) {
        return cards.summary(refundNo);
    }

    @Override
    public Object cardContent(String refundNo) {
        return cards.of(refundNo);
    }

    /** Due date of Task_DecideRefund. */
    public Date decisionDue(String refundNo) {
        return Date.from(BusinessTime.now(clock).plus(DECISION_TIME));
    }

    /** Due date of Task_RefundByHand. */
    public Date transferDue(String refundNo) {
        return Date.from(BusinessTime.now(clock).plus(TRANSFER_TIME));
    }

    /** Task_RecordTransfer. */
    public void recordTransfer(String refundNo, @Nullable Object bankFlowNo) {
        book.transferred(refundNo, bankFlowNo == null ? "" : String.valueOf(bankFlowNo));
    }

    /** Whether money of the order stays with us, which WeChat releases only when it knows of the shipping. */
    public boolean keepsRest(String refundNo) {
        return orders.get(refunds.get(refundNo).orderNo()).refundableFen() > 0;
    }
}
