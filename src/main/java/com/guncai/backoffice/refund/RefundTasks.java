package com.guncai.backoffice.refund;

import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What diagrams call as {@code ${refund.…}}. All but {@link #request} and {@link #settle} are local. */
@Component("refund")
public class RefundTasks implements ModelBean {
    private final Refunds refunds;
    private final RefundRequests requests;
    private final Processes processes;

    RefundTasks(Refunds refunds, RefundRequests requests, Processes processes) {
        this.refunds = refunds;
        this.requests = requests;
        this.processes = processes;
    }

    /**
     * For a process that cannot fulfil its order: opens a refund, which a call activity of {@code RefundProcess} then
     * carries out under the returned number.
     *
     * @throws Problem {@code REFUND_OPEN} while the customer's own wish is undecided
     */
    public String open(String orderNo, @Nullable Object reason) {
        var text = reason == null ? "" : String.valueOf(reason).strip();
        if (text.isEmpty()) {
            throw Problem.invalid("REFUND_REASON_REQUIRED", "请填写无法履约的原因");
        }
        return refunds.openByStaff(orderNo, text);
    }

    /**
     * Task_RecordDecision: what customer service agreed with the customer.
     *
     * @param refundFen what goes back, in fen; empty for everything
     * @param decisionNote shown to the customer; needed for a refusal
     */
    public void decide(
            String refundNo,
            @Nullable Object refundApproved,
            @Nullable Object refundFen,
            @Nullable Object decisionNote) {
        refunds.decide(refundNo, Decision.entered(refundApproved, refundFen, decisionNote), processes.currentStaff());
    }

    /** Has WeChat Pay send the money back; the number makes it safe to repeat. Remote: {@code asyncBefore}. */
    public void request(String refundNo) {
        requests.request(refundNo);
    }

    /** Asks WeChat Pay for the result, in case its notice got lost. Remote: {@code asyncBefore}. */
    public void settle(String refundNo) {
        requests.settle(refundNo);
    }

    /** {@code PENDING}, {@code SETTLED} or {@code FAILED}: what is known by now, so that no early notice is lost. */
    public String outcome(String refundNo) {
        return switch (refunds.status(refundNo)) {
            case REFUNDED -> "SETTLED";
            case BY_HAND -> "FAILED";
            case REQUESTED, REJECTED, APPROVED -> "PENDING";
        };
    }
}
