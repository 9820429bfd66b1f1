package com.guncai.backoffice.aftersale;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.guncai.backoffice.order.OrderAfterSales;
import com.guncai.backoffice.shared.BusinessTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** After-sales as their customers see them. */
@Component
class AfterSaleViews implements OrderAfterSales {
    private final AfterSaleRepository table;

    AfterSaleViews(AfterSaleRepository table) {
        this.table = table;
    }

    @Override
    public Map<String, List<AfterSaleView>> of(Collection<String> orderNos) {
        return table.findByOrderNoInOrderByOpenedAt(orderNos).stream()
                .collect(groupingBy(
                        each -> Objects.requireNonNull(each.orderNo()), mapping(AfterSaleViews::view, toList())));
    }

    /** What staff wrote when they opened it is not for the customer. */
    private static AfterSaleView view(AfterSale afterSale) {
        var outcome = afterSale.outcome();
        return new AfterSaleView(
                afterSale.state().name(),
                Objects.requireNonNullElse(afterSale.topic(), ""),
                afterSale.origin() == AfterSaleOrigin.STAFF ? null : afterSale.text(),
                BusinessTime.offset(afterSale.openedAt()),
                outcome == null ? null : outcome.name(),
                afterSale.answer());
    }
}
