package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.order.AnOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Until when an order can be paid. */
class PayableOrdersTest {
    @Test
    void anOrderCanBePaidUntilItsTimeIsOver() {
        var order = AnOrder.placed("O1", 15_000);

        assertThat(PayableOrders.isPayable(order, AnOrder.NOON)).isTrue();
        assertThat(PayableOrders.isPayable(order, AnOrder.NOON.plus(Duration.ofMinutes(30))))
                .isFalse();
        assertThat(PayableOrders.isPayable(AnOrder.paid("O1", 15_000), AnOrder.NOON))
                .isFalse();
    }
}
