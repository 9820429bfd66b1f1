package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.shared.BusinessTime;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes that the coupon desk was asked to buy, from the asking to their arrival. One is open a product; one that is late is
 * open no more, so that others can be bought, but is still waited for.
 */
@Entity
class PurchaseOrder {
    @Id
    private String purchaseNo;

    private String productId;
    private @Nullable String openFor;
    private int proposed;
    private Instant raisedAt;
    private @Nullable Instant orderedAt;
    private @Nullable Integer quantity;
    private @Nullable Long costFen;

    @ElementCollection
    @CollectionTable(name = "purchase_order_number", joinColumns = @JoinColumn(name = "purchase_no"))
    @OrderColumn(name = "position")
    @Column(name = "external_no")
    private List<String> externalNos = new ArrayList<>();

    private @Nullable LocalDate expectedOn;
    private int arrived;
    private @Nullable Instant closedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected PurchaseOrder() {}

    PurchaseOrder(String purchaseNo, String productId, int proposed, Instant now) {
        this.purchaseNo = purchaseNo;
        this.productId = productId;
        this.openFor = productId;
        this.proposed = proposed;
        this.raisedAt = now;
    }

    /** The clerk ordered it; what is ordered later comes on top. Its codes may have arrived before anybody said so. */
    void ordered(CodesBought bought, LocalDate expectedOn, Instant now) {
        quantity = quantity == null ? bought.quantity() : quantity + bought.quantity();
        if (bought.costFen() != null) {
            costFen = (costFen == null ? 0 : costFen) + bought.costFen();
        }
        if (bought.externalNo() != null) {
            externalNos.add(bought.externalNo());
        }
        this.expectedOn = expectedOn;
        orderedAt = now;
        closeWhenComplete(now);
    }

    /**
     * Codes that the company bought came. While nobody said how many are ordered, all of them are for this purchase.
     *
     * @return how many were more than was waited for
     */
    long arrived(long codes, Instant now) {
        var here = quantity == null ? codes : Math.min(codes, quantity - arrived);
        arrived += Math.toIntExact(here);
        closeWhenComplete(now);
        return codes - here;
    }

    private void closeWhenComplete(Instant now) {
        if (quantity != null && arrived >= quantity) {
            closed(now);
        }
    }

    /** Nobody counts on it any more. */
    void late() {
        openFor = null;
    }

    /** The codes are there, or nobody waits for them any more. */
    void closed(Instant now) {
        openFor = null;
        closedAt = now;
    }

    boolean isOrdered() {
        return orderedAt != null;
    }

    boolean isLate() {
        return openFor == null && closedAt == null;
    }

    /** How many are on their way; 0 while nothing is ordered. */
    int onOrder() {
        return quantity == null || closedAt != null ? 0 : quantity - arrived;
    }

    /** For people. */
    String line() {
        if (quantity == null || expectedOn == null) {
            return "采购单 %s：建议 %d 张，还没有下单".formatted(purchaseNo, proposed);
        }
        var day = BusinessTime.dayText(BusinessTime.startOf(expectedOn));
        return "采购单 " + purchaseNo + "：" + quantity + " 张"
                + (arrived == 0 ? "" : "，已到 " + arrived + " 张")
                + "，预计 " + day + " 到货"
                + (isLate() ? "，还没到货" : "");
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
    LocalDate expectedOn() {
        return expectedOn;
    }
}
