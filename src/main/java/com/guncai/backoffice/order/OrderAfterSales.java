package com.guncai.backoffice.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.guncai.backoffice.shared.Masked;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the after-sales add to the view of orders. */
public interface OrderAfterSales {

    /** The after-sales of each order that has some, by order number, the newest last; one query for as many orders. */
    Map<String, List<AfterSaleView>> of(Collection<String> orderNos);

    /**
     * An after-sale as its customer sees it.
     *
     * @param state {@code OPEN}, {@code ANSWERED} (what was agreed is under way) or {@code SOLVED}
     * @param text what the customer wrote
     * @param outcome {@code EXPLAINED}, {@code REDO} or {@code REFUND}
     * @param answer what customer service says to it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AfterSaleView(
            @Schema(
                            description = "待答复、已答复、已办结",
                            allowableValues = {"OPEN", "ANSWERED", "SOLVED"})
                    String state,
            String topic,
            @Nullable String text,
            OffsetDateTime at,
            @Schema(
                            description = "已说明、重新办理、退款",
                            allowableValues = {"EXPLAINED", "REDO", "REFUND"})
                    @Nullable
                    String outcome,
            @Nullable String answer) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
