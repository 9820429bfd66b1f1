package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.ServiceCode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon in somebody's wallet. A bought one belongs to the customer, an issued one to a phone number, known by its digest; the
 * face value is in fen.
 */
@Entity
public class Coupon {
    /** How a coupon is used: a code to show, a deduction from a price, or cash back on a claim. */
    public enum Kind {
        CODE,
        DEDUCTION,
        CASHBACK
    }

    /**
     * As kept. {@link #statusAt} tells {@code EXPIRED} from the validity; no sweep is needed for it to be right. The API names
     * {@code VOID} for coupons that are taken back; so far nobody can do that.
     */
    public enum Status {
        ISSUED,
        HELD,
        USED,
        EXPIRED,
        VOID
    }

    @Id
    @GeneratedValue
    private Long id;

    private ServiceCode service;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private long faceFen;
    private @Nullable String phoneDigest;
    private @Nullable Long customerId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant validUntil;
    private @Nullable String orderNo;
    private Instant issuedAt;
    private @Nullable String productId;
    private @Nullable Long codeId;
    private @Nullable String batchCaseNo;
    private @Nullable Instant redeemedAt;
    private @Nullable String boughtWith;

    @SuppressWarnings("NullAway.Init")
    protected Coupon() {}

    @SuppressWarnings("NullAway.Init")
    private Coupon(CouponProduct product, Instant validUntil, @Nullable Long codeId, Instant issuedAt) {
        this.service = product.service();
        this.kind = product.kind();
        this.name = product.name();
        this.faceFen = product.faceFen();
        this.status = Status.ISSUED;
        this.validUntil = validUntil;
        this.issuedAt = issuedAt;
        this.productId = product.id();
        this.codeId = codeId;
    }

    public Status statusAt(Instant now) {
        return status == Status.ISSUED && !now.isBefore(validUntil) ? Status.EXPIRED : status;
    }

    /** For whoever has the phone. */
    static Coupon issued(CouponProduct product, String phoneDigest, Instant validUntil, Instant now) {
        var coupon = new Coupon(product, validUntil, null, now);
        coupon.phoneDigest = phoneDigest;
        return coupon;
    }

    /** A customer paid for it with an order. */
    static Coupon bought(
            CouponProduct product,
            long customerId,
            String orderNo,
            Instant validUntil,
            @Nullable Long codeId,
            Instant now) {
        var coupon = new Coupon(product, validUntil, codeId, now);
        coupon.customerId = customerId;
        coupon.boughtWith = orderNo;
        return coupon;
    }

    /** Whether its owner paid for it; otherwise PICC issued it. */
    boolean isBought() {
        return boughtWith != null;
    }

    /** Its code in the stock; {@code null} unless it is of kind {@code CODE}. */
    @Nullable
    Long codeId() {
        return codeId;
    }

    /** Case of the batch that issued it; {@code null} when none did. */
    @Nullable
    String batchCaseNo() {
        return batchCaseNo;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    /** When its owner first asked for the code. */
    @Nullable
    Instant redeemedAt() {
        return redeemedAt;
    }

    public Long id() {
        return id;
    }

    /** {@code null} for one of an earlier release. */
    @Nullable
    String productId() {
        return productId;
    }

    public ServiceCode service() {
        return service;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public long faceFen() {
        return faceFen;
    }

    public Instant validUntil() {
        return validUntil;
    }
}
