package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderActions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** With which orders customers may ask for help. */
@Component
class AfterSaleActions implements OrderActions {
    private static final String AFTER_SALES = "after-sales";

    private final AfterSaleRepository table;

    AfterSaleActions(AfterSaleRepository table) {
        this.table = table;
    }

    @Override
    public Map<String, String> described() {
        return Map.of(AFTER_SALES, "联系客服");
    }

    @Override
    public Map<String, Set<String>> of(Collection<Order> orders) {
        var possible = new HashMap<String, Set<String>>();
        orders.stream()
                .filter(AfterSales::isServed)
                .forEach(order -> possible.put(order.orderNo(), Set.of(AFTER_SALES)));
        var helped = orders.stream().filter(Order::isHelped).map(Order::orderNo).toList();
        if (!helped.isEmpty()) {
            table.findByOpenForIn(helped).forEach(open -> possible.remove(String.valueOf(open.orderNo())));
        }
        return possible;
    }
}
