package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.order.CatalogSection;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The coupons that are for sale. What is not in stock can be ordered and is bought then. */
@Component
class CouponCatalog implements CatalogSection {
    private final CouponProducts products;
    private final CodeStock stock;

    CouponCatalog(CouponProducts products, CodeStock stock) {
        this.products = products;
        this.stock = stock;
    }

    @Override
    public Map<String, Object> content() {
        var inStock = stock.availableProducts();
        var offers = products.all().stream()
                .filter(product -> product.salePriceFen() != null)
                .map(product -> new Offer(
                        product.id(),
                        product.name(),
                        product.service(),
                        product.faceFen(),
                        Objects.requireNonNull(product.salePriceFen()),
                        !product.hasCodes() || inStock.contains(product.id())))
                .toList();
        return Map.of("couponProducts", offers);
    }

    record Offer(String id, String name, ServiceCode service, long faceFen, long priceFen, boolean inStock) {}
}
