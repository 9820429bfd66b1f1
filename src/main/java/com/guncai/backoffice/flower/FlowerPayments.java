package com.guncai.backoffice.flower;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.StaffPayments;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A clerk pays the shop on Meituan. */
@Component
class FlowerPayments implements StaffPayments {
    private final FlowerOrderRepository flowerOrders;

    FlowerPayments(FlowerOrderRepository flowerOrders) {
        this.flowerOrders = flowerOrders;
    }

    @Override
    public String field() {
        return "purchaseOrderNo";
    }

    @Override
    public Map<String, Paid> of(Collection<String> caseNos) {
        return flowerOrders.findByOrderNoIn(caseNos).stream()
                .filter(flowers -> flowers.purchaseOrderNo() != null)
                .collect(toMap(
                        flowers -> flowers.orderNo(),
                        flowers -> new Paid(
                                String.valueOf(flowers.purchaseOrderNo()),
                                "美团",
                                Objects.requireNonNullElse(flowers.purchaseCostFen(), 0L))));
    }
}
