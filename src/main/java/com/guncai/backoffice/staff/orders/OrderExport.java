package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.shared.PersonalDataCipher;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A member of staff took orders, or what they completed, along as a workbook. */
@Entity
@Immutable
class OrderExport {
    enum Kind {
        ORDERS,
        WORK
    }

    @Id
    @GeneratedValue
    private Long id;

    private String who;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** What was looked for; encrypted, as it may name somebody. */
    @Convert(converter = PersonalDataCipher.class)
    private String criteria;

    private int exported;

    @SuppressWarnings("NullAway.Init")
    protected OrderExport() {}

    @SuppressWarnings("NullAway.Init")
    OrderExport(String who, Instant at, Kind kind, String criteria, int exported) {
        this.who = who;
        this.at = at;
        this.kind = kind;
        this.criteria = criteria.length() <= 400 ? criteria : criteria.substring(0, 400);
        this.exported = exported;
    }
}
