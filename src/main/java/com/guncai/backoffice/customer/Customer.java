package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.PersonalDataCipher;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who signed in with the mini-program. The phone is encrypted; its digest finds the coupons that belong to it. */
@Entity
class Customer {
    @Id
    @GeneratedValue
    private Long id;

    private String openid;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String phone;

    private @Nullable String phoneDigest;
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    @SuppressWarnings("NullAway.Init")
    Customer(String openid, Instant now) {
        this.openid = openid;
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

    @Nullable
    String phoneDigest() {
        return phoneDigest;
    }
}
