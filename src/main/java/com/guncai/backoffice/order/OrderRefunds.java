package com.guncai.backoffice.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.guncai.backoffice.shared.Masked;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the refunds add to the view of orders. */
public interface OrderRefunds {

    /** The refunds of each order that has some, by order number, the newest last; one query for as many orders. */
    Map<String, List<RefundView>> of(Collection<String> orderNos);

    /** What customer service agreed with the customer when the newest refund let the order go on; empty when there is none. */
    default String agreedInstead(String orderNo) {
        var refunds = of(List.of(orderNo)).getOrDefault(orderNo, List.of());
        var newest = refunds.isEmpty() ? null : refunds.get(refunds.size() - 1);
        var note = newest == null || !newest.goesOn() ? null : newest.decisionNote();
        return note == null ? "" : note;
    }

    /**
     * A refund as its customer sees it.
     *
     * @param status {@code REQUESTED}, {@code REJECTED}, {@code WITHDRAWN}, {@code APPROVED} (under way), {@code BY_HAND}
     *     (finance transfers it) or {@code REFUNDED}
     * @param refundFen what goes back; while nothing is decided, what is asked for; 0 when rejected or withdrawn
     * @param at when it came to that status
     * @param reason why it was asked for
     * @param decisionNote what customer service says to it
     * @param goesOn whether it is decided so that the order goes on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefundView(
            @Schema(
                            description = "客服审核中、未通过、已撤回、退款中、财务转账中、已退款",
                            allowableValues = {"REQUESTED", "REJECTED", "WITHDRAWN", "APPROVED", "BY_HAND", "REFUNDED"})
                    String status,
            long refundFen,
            @Schema(description = "到这个状态的时间") OffsetDateTime at,
            String reason,
            @Nullable String decisionNote,
            @JsonIgnore boolean goesOn) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
