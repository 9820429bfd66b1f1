package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who signed in with the mini-program. Phone and openid are encrypted; the
 * digest of the one finds the coupons that belong to it, that of the other the customer. */
@Entity
class Customer {
    @Id
    @GeneratedValue
    private Long id;

    @Convert(converter = TypedText.class)
    private String openid;

    /** {@code null} in a row of an earlier release, until {@link OpenidBackfill} comes by. */
    private @Nullable String openidDigest;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String phone;

    private @Nullable String phoneDigest;
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    @SuppressWarnings("NullAway.Init")
    Customer(String openid, String openidDigest, Instant now) {
        this.openid = openid;
        this.openidDigest = openidDigest;
        this.createdAt = now;
    }

    void bind(String phone, String phoneDigest) {
        this.phone = phone;
        this.phoneDigest = phoneDigest;
    }

    long id() {
        return id;
    }

    String openid() {
        return openid;
    }

    @Nullable
    String phone() {
        return phone;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    String phoneDigest() {
        return phoneDigest;
    }
}
