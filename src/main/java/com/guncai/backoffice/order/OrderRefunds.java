package com.guncai.backoffice.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.guncai.backoffice.shared.Masked;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the refunds add to the view of orders. */
public interface OrderRefunds {

    /** The newest refund of each order that has one, by order number, for as many orders in one query. */
    Map<String, RefundView> of(Collection<String> orderNos);

    /** What customer service agreed with the customer instead of the newest refund; empty when there is no such thing. */
    default String agreedInstead(String orderNo) {
        var refund = of(List.of(orderNo)).get(orderNo);
        var note = refund == null || !refund.status().equals("REJECTED") ? null : refund.decisionNote();
        return note == null ? "" : note;
    }

    /**
     * A refund as its customer sees it.
     *
     * @param status {@code REQUESTED}, {@code REJECTED}, {@code APPROVED} (under way), {@code BY_HAND} (finance transfers
     *     it) or {@code REFUNDED}
     * @param refundFen what goes back; while nothing is decided, what is asked for; 0 when rejected
     * @param reason why it was asked for
     * @param decisionNote what customer service says to it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefundView(
            @Schema(
                            description = "客服审核中、未通过、退款中、财务转账中、已退款",
                            allowableValues = {"REQUESTED", "REJECTED", "APPROVED", "BY_HAND", "REFUNDED"})
                    String status,
            long refundFen,
            String reason,
            @Nullable String decisionNote) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
