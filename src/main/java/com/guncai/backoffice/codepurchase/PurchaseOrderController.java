package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The codes that are on their way, for the page 券码与批次. */
@Hidden
@RestController
class PurchaseOrderController {
    private final CouponProducts products;
    private final OpenPurchaseOrders awaited;

    PurchaseOrderController(CouponProducts products, OpenPurchaseOrders awaited) {
        this.products = products;
        this.awaited = awaited;
    }

    @GetMapping("/staff/api/purchases")
    List<Purchases> purchases() {
        var coming = awaited.byProduct();
        return products.all().stream()
                .filter(CouponProduct::hasCodes)
                .map(product -> of(product.id(), coming.getOrDefault(product.id(), OpenPurchaseOrders.Awaited.NOTHING)))
                .toList();
    }

    private static Purchases of(String productId, OpenPurchaseOrders.Awaited awaited) {
        return new Purchases(productId, awaited.onOrder(), awaited.late());
    }

    /** @param onOrder texts ready to read, as is {@code late}; empty when there is nothing to say */
    record Purchases(String productId, String onOrder, String late) {}
}
