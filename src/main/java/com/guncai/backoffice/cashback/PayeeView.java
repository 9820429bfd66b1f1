package com.guncai.backoffice.cashback;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;

/** Somebody saw a payee unmasked. */
@Entity
class PayeeView {
    @Id
    @GeneratedValue
    private Long id;

    private String orderNo;
    private String who;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected PayeeView() {}

    @SuppressWarnings("NullAway.Init")
    PayeeView(String orderNo, String who, Instant at) {
        this.orderNo = orderNo;
        this.who = who;
        this.at = at;
    }
}
