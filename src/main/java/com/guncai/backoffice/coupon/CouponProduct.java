package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.ServiceCode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
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
    private boolean offered;
    private @Nullable String notes;

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

    /** For one, in fen; {@code null} when it has none and is never for sale. */
    public @Nullable Long priceFen() {
        return priceFen;
    }

    /** For one, in fen; {@code null} when it is not for sale now. */
    public @Nullable Long salePriceFen() {
        return offered ? priceFen : null;
    }

    boolean isOffered() {
        return offered;
    }

    int position() {
        return position;
    }

    /** What its owner has to know; {@code {face}} stands for its face value. Empty for what is common to all. */
    List<String> notes() {
        return notes == null ? List.of() : List.of(notes.split("\n"));
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
