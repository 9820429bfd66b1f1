package com.guncai.backoffice.cashback;

import com.guncai.backoffice.process.DecisionColumn;
import com.guncai.backoffice.process.ManagedDecision;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What {@link CashbackOffers} reads from its table: a row is a brand or an item of a service. */
@Component
class CashbackOffersDecision implements ManagedDecision {
    private static final String BRAND = "brand";
    private static final String ITEM = "item";
    /** As {@link ClaimRequest} takes them. */
    private static final int LONGEST_BRAND = 40;

    private static final int LONGEST_ITEM = 100;

    @Override
    public String title() {
        return "返现品牌和项目";
    }

    @Override
    public boolean isList() {
        return true;
    }

    @Override
    public List<DecisionColumn> inputs() {
        var services = CashbackServices.ALL.stream().map(ServiceCode::code).toList();
        return List.of(DecisionColumn.code("service", services));
    }

    @Override
    public List<DecisionColumn> outputs() {
        return List.of(
                DecisionColumn.text(BRAND).orEmpty(), DecisionColumn.text(ITEM).orEmpty());
    }

    /** A choice has to fit a claim, where several are told apart by “、”. */
    @Override
    public @Nullable String complaint(Map<String, @Nullable Object> row) {
        var brand = text(row.get(BRAND));
        var item = text(row.get(ITEM));
        if (!StringUtils.hasText(brand + item)) {
            return "的品牌和项目都空着";
        }
        if (brand.length() > LONGEST_BRAND || item.length() > LONGEST_ITEM) {
            return "太长：品牌最多 " + LONGEST_BRAND + " 字，项目最多 " + LONGEST_ITEM + " 字";
        }
        if (brand.contains("、") || item.contains("、")) {
            return "的" + (brand.contains("、") ? "品牌" : "项目") + "里不能有顿号“、”：用户选几个时用它隔开";
        }
        return null;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
