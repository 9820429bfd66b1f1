package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.ServiceCode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A coupon that is issued or sold: what it is worth, in fen, and what it costs. */
@Entity
public class CouponProduct {
    @Id
    private String id;

    private int position;
    private String name;

    private ServiceCode service;

    @Enumerated(EnumType.STRING)
    private Coupon.Kind kind;

    private long faceFen;
    private @Nullable Long priceFen;
    private @Nullable Integer validDays;

    @SuppressWarnings("NullAway.Init")
    protected CouponProduct() {}

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public ServiceCode service() {
        return service;
    }

    public Coupon.Kind kind() {
        return kind;
    }

    public long faceFen() {
        return faceFen;
    }

    /** For one, in fen; {@code null} when it is not for sale. */
    public @Nullable Long priceFen() {
        return priceFen;
    }

    /** How long one is valid from its issue; {@code null} for codes, which bring their own validity. */
    public @Nullable Integer validDays() {
        return validDays;
    }

    /** Whether each one is a code from the stock. */
    public boolean hasCodes() {
        return kind == Coupon.Kind.CODE;
    }
}
