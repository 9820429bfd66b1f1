package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.PersonalDataCipher;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code that was bought: cash until it is shown to somebody. Encrypted; known by its digest. */
@Entity
class CouponCode {
    enum State {
        IN_STOCK,
        ISSUED,
        USED,
        DISCARDED
    }

    @Id
    @GeneratedValue
    private Long id;

    private String productId;
    private String importNo;

    @Convert(converter = PersonalDataCipher.class)
    private String code;

    private String codeDigest;
    private Instant validUntil;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant importedAt;
    private @Nullable Instant issuedAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant discardedAt;
    private @Nullable Long costFen;

    @SuppressWarnings("NullAway.Init")
    protected CouponCode() {}

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    Instant validUntil() {
        return validUntil;
    }

    /** What the company paid for it; 0 when it did not, or nobody said. */
    long costFen() {
        return costFen == null ? 0 : costFen;
    }

    State state() {
        return state;
    }

    @Override
    public String toString() {
        return "CouponCode[" + id + "]";
    }
}
