package com.guncai.backoffice.coupon;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;

/** Somebody saw a code. */
@Entity
class CodeReveal {
    @Id
    @GeneratedValue
    private Long id;

    private long codeId;
    private Instant at;
    private String who;

    @SuppressWarnings("NullAway.Init")
    protected CodeReveal() {}

    /** @param who {@code customer 42 by redemption}, never a name or a number */
    @SuppressWarnings("NullAway.Init")
    CodeReveal(long codeId, Instant at, String who) {
        this.codeId = codeId;
        this.at = at;
        this.who = who;
    }
}
