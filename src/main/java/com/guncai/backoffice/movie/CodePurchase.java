package com.guncai.backoffice.movie;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Codes that the coupon desk was asked to buy, from the asking to their arrival. One is open a product. */
@Entity
class CodePurchase {
    @Id
    private String purchaseNo;

    private String productId;
    private @Nullable String openFor;
    private int proposed;
    private Instant raisedAt;
    private @Nullable Instant orderedAt;
    private @Nullable Integer quantity;
    private @Nullable Long costFen;
    private @Nullable String externalNo;
    private @Nullable LocalDate expectedOn;
    private @Nullable Instant closedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected CodePurchase() {}

    CodePurchase(String purchaseNo, String productId, int proposed, Instant now) {
        this.purchaseNo = purchaseNo;
        this.productId = productId;
        this.openFor = productId;
        this.proposed = proposed;
        this.raisedAt = now;
    }

    void ordered(int quantity, @Nullable Long costFen, @Nullable String externalNo, LocalDate expectedOn, Instant now) {
        this.quantity = quantity;
        this.costFen = costFen;
        this.externalNo = externalNo;
        this.expectedOn = expectedOn;
        this.orderedAt = now;
    }

    /** The codes are there, or nobody expects them any more. */
    void closed(Instant now) {
        openFor = null;
        closedAt = now;
    }

    String purchaseNo() {
        return purchaseNo;
    }

    String productId() {
        return productId;
    }

    int proposed() {
        return proposed;
    }

    @Nullable
    Instant orderedAt() {
        return orderedAt;
    }

    /** How many are on their way; 0 while nothing is ordered. */
    int onOrder() {
        return quantity == null || closedAt != null ? 0 : quantity;
    }

    @Nullable
    LocalDate expectedOn() {
        return expectedOn;
    }
}
