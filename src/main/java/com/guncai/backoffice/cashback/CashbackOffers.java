package com.guncai.backoffice.cashback;

import static com.guncai.backoffice.shared.ProblemCode.BRAND_NOT_OFFERED;
import static com.guncai.backoffice.shared.ProblemCode.BRAND_REQUIRED;
import static com.guncai.backoffice.shared.ProblemCode.ITEM_NOT_OFFERED;
import static com.guncai.backoffice.shared.ProblemCode.ITEM_REQUIRED;

import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.order.CatalogSection;
import com.guncai.backoffice.process.DecisionTables;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What claims can be made for: the services that have a cashback coupon, with the brands and items that managers keep in
 * {@code CashbackOffers.dmn}.
 */
@Component
class CashbackOffers implements CatalogSection {
    private static final String TABLE = "CashbackOffers";

    private final CouponProducts products;
    private final DecisionTables tables;

    CashbackOffers(CouponProducts products, DecisionTables tables) {
        this.products = products;
        this.tables = tables;
    }

    @Override
    public Map<String, Object> content() {
        var table = tables.newest(TABLE);
        var offers = products.all().stream()
                .filter(product ->
                        product.kind() == Coupon.Kind.CASHBACK && CashbackServices.ALL.contains(product.service()))
                .map(product -> offer(product, table))
                .toList();
        return Map.of("cashbackServices", offers);
    }

    private static Offer offer(CouponProduct product, DecisionTables.Table table) {
        var service = product.service();
        return new Offer(
                service,
                service.label(),
                product.faceFen(),
                choices(table, service, "brand"),
                choices(table, service, "item"));
    }

    /**
     * The claim with nothing but what is offered. What a service has no list of is left out of it, as nobody needs it and
     * customers could write there what they like, down to names and numbers that the list of tasks would show.
     *
     * @throws ProblemException {@code SERVICE_NOT_OFFERED}; {@code BRAND_REQUIRED}, {@code BRAND_NOT_OFFERED}, {@code ITEM_REQUIRED},
     *     {@code ITEM_NOT_OFFERED} where the service has a list of them
     */
    ClaimRequest checked(ClaimRequest request) {
        if (!CashbackServices.ALL.contains(request.service())) {
            throw ProblemException.invalid(ProblemCode.SERVICE_NOT_OFFERED, "该业务不能申请返现");
        }
        var table = tables.newest(TABLE);
        return request.choosing(
                checked(
                        BRAND_REQUIRED,
                        BRAND_NOT_OFFERED,
                        "品牌",
                        request.brand(),
                        choices(table, request.service(), "brand")),
                checked(
                        ITEM_REQUIRED,
                        ITEM_NOT_OFFERED,
                        "项目",
                        request.item(),
                        choices(table, request.service(), "item")));
    }

    private static @Nullable String checked(
            ProblemCode none, ProblemCode unknown, String field, @Nullable String chosen, List<String> choices) {
        if (choices.isEmpty()) {
            return null;
        }
        if (chosen == null || chosen.isBlank()) {
            throw ProblemException.invalid(none, "请选择" + field);
        }
        var stripped = chosen.strip();
        // Empty parts count as well: nobody offers them.
        if (!Arrays.stream(stripped.split("、", -1)).allMatch(choices::contains)) {
            throw ProblemException.invalid(unknown, "没有这个" + field + "，请重新选择");
        }
        return stripped;
    }

    private static List<String> choices(DecisionTables.Table table, ServiceCode service, String output) {
        return table.rows(Map.of("service", service.code())).stream()
                .map(row -> row.get(output))
                .filter(String.class::isInstance)
                .map(choice -> ((String) choice).strip())
                .filter(choice -> !choice.isEmpty())
                .distinct()
                .toList();
    }

    record Offer(ServiceCode service, String name, long faceFen, List<String> brands, List<String> items) {}
}
