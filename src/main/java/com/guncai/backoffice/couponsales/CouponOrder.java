package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.coupon.CouponProduct;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which coupons are bought, face value in fen, and whether they are in the customer's wallet yet. */
@Entity
class CouponOrder {
    @Id
    private String orderNo;

    private String productId;
    private String productName;
    private long faceFen;
    private int quantity;
    private @Nullable Instant queuedAt;
    private @Nullable Instant waitingSince;
    private @Nullable Instant handedOutAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected CouponOrder() {}

    CouponOrder(String orderNo, CouponProduct product, int quantity) {
        this.orderNo = orderNo;
        this.productId = product.id();
        this.productName = product.name();
        this.faceFen = product.faceFen();
        this.quantity = quantity;
    }

    /** It was paid: it has its place before all that are paid later. */
    void queue(Instant paidAt) {
        queuedAt = paidAt;
    }

    /** It was its turn, or its customer waits for it, and there were not enough codes. */
    void foundShort(Instant now) {
        if (waitingSince == null) {
            waitingSince = now;
        }
    }

    /** It is to be served no more. */
    void leaveQueue() {
        queuedAt = null;
        waitingSince = null;
    }

    void handedOut(Instant now) {
        leaveQueue();
        handedOutAt = now;
    }

    /** {@code null} unless it is paid and still to be served. */
    @Nullable
    Instant queuedAt() {
        return queuedAt;
    }

    boolean isHandedOut() {
        return handedOutAt != null;
    }

    String orderNo() {
        return orderNo;
    }

    String productId() {
        return productId;
    }

    String productName() {
        return productName;
    }

    long faceFen() {
        return faceFen;
    }

    int quantity() {
        return quantity;
    }

    /** {@code null} unless codes were short. */
    @Nullable
    Instant waitingSince() {
        return waitingSince;
    }

    /** For people: {@code 30 元电影代金券 2 张}. */
    String line() {
        return productName + " " + quantity + " 张";
    }
}
