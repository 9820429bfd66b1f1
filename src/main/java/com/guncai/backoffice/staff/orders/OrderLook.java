package com.guncai.backoffice.staff.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A member of staff looked at the story of an order. */
@Entity
@Immutable
class OrderLook {
    @Id
    @GeneratedValue
    private Long id;

    private String orderNo;
    private String who;
    /** Whether in full whom it is about. */
    private boolean contact;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected OrderLook() {}

    @SuppressWarnings("NullAway.Init")
    OrderLook(String orderNo, String who, boolean contact, Instant at) {
        this.orderNo = orderNo;
        this.who = who;
        this.contact = contact;
        this.at = at;
    }
}
