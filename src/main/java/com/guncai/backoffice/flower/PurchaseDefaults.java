package com.guncai.backoffice.flower;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a form begins with, by its fields' keys: what the clerk would otherwise type although the tables know it.
 *
 * @param estimatedDeliveryAt when the customer's slot begins, as forms write times; {@code null} once that is over
 * @param shopName of the shop that delivered to the address last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PurchaseDefaults(@Nullable String estimatedDeliveryAt, @Nullable String shopName, @Nullable String shopPhone) {
    static PurchaseDefaults of(FlowerOrder order, @Nullable FlowerOrder last, Instant now) {
        var slot = order.deliverySlot();
        return new PurchaseDefaults(
                slot.isBefore(now)
                        ? null
                        : BusinessTime.local(slot).toLocalDateTime()
                                + BusinessTime.offset(slot).getOffset().getId(),
                last == null ? null : last.shopName(),
                last == null ? null : last.shopPhone());
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
