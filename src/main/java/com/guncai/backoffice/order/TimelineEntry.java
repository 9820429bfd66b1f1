package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;

/** One line of an order's timeline. */
@Entity
class TimelineEntry {
    @Id
    @GeneratedValue
    private Long id;

    private String orderNo;
    private Instant at;
    private String fact;

    @Convert(converter = TypedText.class)
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected TimelineEntry() {}

    @SuppressWarnings("NullAway.Init")
    TimelineEntry(OrderEvent fact) {
        this.orderNo = fact.orderNo();
        this.at = fact.at();
        this.fact = fact.getClass().getSimpleName();
        this.text = fact.text();
    }

    String orderNo() {
        return orderNo;
    }

    Instant at() {
        return at;
    }

    String text() {
        return text;
    }
}
