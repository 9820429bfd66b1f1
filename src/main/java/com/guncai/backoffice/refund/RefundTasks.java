package com.guncai.backoffice.refund;

import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What diagrams of services call as {@code ${refund.…}}; local. */
@Component("refund")
public class RefundTasks implements ModelBean {
    private final Refunds refunds;

    RefundTasks(Refunds refunds) {
        this.refunds = refunds;
    }

    /**
     * For a process that cannot fulfil its order: opens a refund, which a call activity of {@code RefundProcess} then
     * carries out under the returned number.
     *
     * @throws ProblemException {@code REFUND_OPEN} while another refund is under way
     */
    @ModelAction(ModelAction.ANY_PROCESS)
    public String open(String orderNo, @Nullable Object reason) {
        var text = reason == null ? "" : String.valueOf(reason).strip();
        if (text.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.REFUND_REASON_REQUIRED, "请填写无法履约的原因");
        }
        return refunds.openByStaff(orderNo, text);
    }

    /**
     * As {@link #open}, for an after-sale: the order's own process ends when the order does.
     *
     * @throws ProblemException {@code REFUND_OPEN}, {@code NOTHING_TO_REFUND}, {@code REFUND_TOO_LATE}, {@code ORDER_STATE}
     */
    public String openForAfterSale(String orderNo, String reason) {
        return refunds.openForAfterSale(orderNo, reason);
    }

    /** Whether the money of a refund is back. */
    public boolean isRefunded(String refundNo) {
        return refunds.status(refundNo) == RefundStatus.REFUNDED;
    }
}
