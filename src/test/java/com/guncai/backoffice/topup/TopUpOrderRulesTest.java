package com.guncai.backoffice.topup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which phone gets how much, and what became of it. */
class TopUpOrderRulesTest {
    private final TopUpOrder order = new TopUpOrder("O1", new TopUpOrderRequest("13800138000", 5_000L));

    @Test
    void anOrderKeepsThePhoneAndTheFaceValue() {
        assertThat(order.orderNo()).isEqualTo("O1");
        assertThat(order.phone()).isEqualTo("13800138000");
        assertThat(order.faceFen()).isEqualTo(5_000);
        assertThat(order.transactionNo()).isNull();
    }

    @Test
    void whyAnAttemptFailedIsKeptWhenALaterOneSucceeds() {
        order.failed("号码停机");
        order.toppedUp(new Purchase("A1", 4_980L));

        assertThat(order.failureReason()).isEqualTo("号码停机");
        assertThat(order.transactionNo()).isEqualTo("A1");
        assertThat(order.purchaseCostFen()).isEqualTo(4_980);
    }
}
