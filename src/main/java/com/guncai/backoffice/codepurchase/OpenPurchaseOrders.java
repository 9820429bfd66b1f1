package com.guncai.backoffice.codepurchase;

import static java.util.stream.Collectors.joining;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The codes of a product that were bought or are to be, for people who are about to buy some. */
@Component
@Transactional(readOnly = true)
public class OpenPurchaseOrders {
    private final PurchaseOrderRepository purchases;

    OpenPurchaseOrders(PurchaseOrderRepository purchases) {
        this.purchases = purchases;
    }

    /** A line for each; empty when there is none. */
    public record Awaited(String onOrder, String late) {}

    public Awaited of(String productId) {
        return besides(productId, "");
    }

    /** As above, for who has one of them at hand: that one only once it is ordered. */
    Awaited besides(String productId, String purchaseNo) {
        return new Awaited(lines(productId, purchaseNo, false), lines(productId, purchaseNo, true));
    }

    private String lines(String productId, String purchaseNo, boolean late) {
        return purchases.findByProductIdAndClosedAtIsNullOrderByRaisedAtAscPurchaseNoAsc(productId).stream()
                .filter(purchase -> purchase.isLate() == late)
                .filter(purchase ->
                        purchase.isOrdered() || !purchase.purchaseNo().equals(purchaseNo))
                .map(PurchaseOrder::line)
                .collect(joining("；"));
    }
}
