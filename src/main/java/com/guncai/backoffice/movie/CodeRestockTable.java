package com.guncai.backoffice.movie;

import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.ManagedTable;
import com.guncai.backoffice.process.TableColumn;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link CouponStockProcess} reads from its table: for how many days codes are bought, 0 for not now. */
@Component
class CodeRestockTable implements ManagedTable {
    static final TableColumn ORDER_FOR_DAYS = TableColumn.wholeNumber("orderForDays");

    private final CouponProducts products;

    CodeRestockTable(CouponProducts products) {
        this.products = products;
    }

    @Override
    public String title() {
        return "采购时机";
    }

    @Override
    public List<TableColumn> inputs() {
        var withCodes = products.all().stream()
                .filter(CouponProduct::hasCodes)
                .map(CouponProduct::id)
                .toList();
        return List.of(
                TableColumn.code("productId", withCodes).orEmpty(),
                TableColumn.wholeNumber("daysOfStock").orEmpty());
    }

    @Override
    public List<TableColumn> outputs() {
        return List.of(ORDER_FOR_DAYS);
    }
}
