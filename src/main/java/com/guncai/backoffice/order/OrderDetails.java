package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service adds to the view of its orders. Several may serve one service, each with orders of its own. */
public interface OrderDetails {
    boolean concerns(ServiceCode service);

    /** What of {@code ordered} the API page says, one service in a sentence; Chinese. */
    String fields();

    /** By order number, for as many orders in one query; those it does not know are left out. */
    Map<String, Details> of(Collection<String> orderNos);

    /** An order in a line, for staff of another desk; empty when it does not know the order. */
    Optional<Summary> summary(String orderNo);

    /**
     * @param ordered what was ordered
     * @param purchase what staff already bought for it; empty while nothing
     */
    record Summary(String ordered, String purchase) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /**
     * @param ordered what was ordered, as the API shows it
     * @param shop known once a shop was found
     */
    record Details(Object ordered, @Nullable Shop shop) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** Whom the customer may call, and when the delivery is expected (Asia/Shanghai). */
    record Shop(String name, String phone, OffsetDateTime estimatedDeliveryAt) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
