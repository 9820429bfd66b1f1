package com.guncai.backoffice.codepurchase;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
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
    public record Awaited(String onOrder, String late) {
        static final Awaited NOTHING = new Awaited("", "");
    }

    public Awaited of(String productId) {
        return besides(productId, "");
    }

    /** As above, for who has one of them at hand: that one only once it is ordered. */
    Awaited besides(String productId, String purchaseNo) {
        return awaited(purchases.findByProductIdAndClosedAtIsNullOrderByRaisedAtAscPurchaseNoAsc(productId).stream()
                .filter(purchase ->
                        purchase.isOrdered() || !purchase.purchaseNo().equals(purchaseNo))
                .toList());
    }

    /** As {@link #of} for every product of which any are awaited, by its id. */
    Map<String, Awaited> byProduct() {
        return purchases.findByClosedAtIsNullOrderByRaisedAtAscPurchaseNoAsc().stream()
                .collect(
                        groupingBy(PurchaseOrder::productId, collectingAndThen(toList(), OpenPurchaseOrders::awaited)));
    }

    private static Awaited awaited(List<PurchaseOrder> open) {
        return new Awaited(lines(open, false), lines(open, true));
    }

    private static String lines(List<PurchaseOrder> open, boolean late) {
        return open.stream()
                .filter(purchase -> purchase.isLate() == late)
                .map(PurchaseOrder::line)
                .collect(joining("；"));
    }
}
