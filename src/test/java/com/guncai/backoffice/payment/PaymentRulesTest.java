package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.order.Prepay;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What lets the customer pay, then the one transaction. */
class PaymentRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final Payment payment = new Payment("O1");

    @Test
    void whatWeChatPayAnnouncedIsKept() {
        assertThat(payment.prepay()).isNull();
        var prepay = new Prepay("1764000000", "nonce", "prepay_id=wx1", "RSA", "sign");

        payment.announced(prepay);

        assertThat(payment.prepay()).isEqualTo(prepay);
    }

    @Test
    void anOrderHasOneTransaction() {
        assertThat(payment.transactionId()).isNull();
        payment.paid("T1", 15_000, NOON);

        assertThatThrownBy(() -> payment.paid("T1", 15_000, NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> payment.paid("T2", 15_000, NOON)).isInstanceOf(IllegalStateException.class);
        assertThat(payment.transactionId()).isEqualTo("T1");
        assertThat(payment).hasFieldOrPropertyWithValue("amountFen", 15_000L);
    }
}
