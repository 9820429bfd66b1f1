package com.guncai.backoffice.coupon;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;

/** Somebody saw a code. */
@Entity
class CodeReveal {
    /** Where a customer saw it. */
    enum Place {
        /** By a tap on 去使用. */
        REDEMPTION,
        /** In the list of the own coupons. */
        WALLET
    }

    @Id
    @GeneratedValue
    private Long id;

    private long codeId;
    private Instant at;
    private long customerId;

    @Enumerated(EnumType.STRING)
    private Place place;

    @SuppressWarnings("NullAway.Init")
    protected CodeReveal() {}

    @SuppressWarnings("NullAway.Init")
    CodeReveal(long codeId, Instant at, long customerId, Place place) {
        this.codeId = codeId;
        this.at = at;
        this.customerId = customerId;
        this.place = place;
    }
}
