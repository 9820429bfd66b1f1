package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.DecisionColumn;
import com.guncai.backoffice.process.ManagedDecision;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link CouponStockProcess} reads from its table: for how many days codes are bought, 0 for not now. */
@Component
class CodeRestockDecision implements ManagedDecision {
    static final DecisionColumn ORDER_FOR_DAYS = DecisionColumn.wholeNumber("orderForDays");

    private final CouponProducts products;

    CodeRestockDecision(CouponProducts products) {
        this.products = products;
    }

    @Override
    public String title() {
        return "采购时机";
    }

    @Override
    public List<DecisionColumn> inputs() {
        var withCodes = products.all().stream()
                .filter(CouponProduct::hasCodes)
                .map(CouponProduct::id)
                .toList();
        return List.of(
                DecisionColumn.code("productId", withCodes).orEmpty(),
                DecisionColumn.wholeNumber("daysOfStock").orEmpty());
    }

    @Override
    public List<DecisionColumn> outputs() {
        return List.of(ORDER_FOR_DAYS);
    }
}
