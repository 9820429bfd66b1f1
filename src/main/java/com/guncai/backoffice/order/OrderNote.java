package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.PersonalDataCipher;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** What staff, or the customer, have to say about an order. Encrypted; never changed. */
@Entity
@Immutable
class OrderNote {
    @Id
    @GeneratedValue
    private Long id;

    private String caseNo;

    @Convert(converter = PersonalDataCipher.class)
    private String text;

    private String who;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected OrderNote() {}

    @SuppressWarnings("NullAway.Init")
    OrderNote(String caseNo, String text, String who, Instant at) {
        this.caseNo = caseNo;
        this.text = text;
        this.who = who;
        this.at = at;
    }

    String text() {
        return text;
    }

    String who() {
        return who;
    }

    Instant at() {
        return at;
    }
}
