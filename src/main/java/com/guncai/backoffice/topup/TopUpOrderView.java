package com.guncai.backoffice.topup;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.OrderDetails;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Top-up orders as their customer sees them. */
@Component
class TopUpOrderView implements OrderDetails {
    private final TopUpOrderRepository topUpOrders;

    TopUpOrderView(TopUpOrderRepository topUpOrders) {
        this.topUpOrders = topUpOrders;
    }

    @Override
    public boolean concerns(ServiceCode service) {
        return service.equals(TopUpService.TOP_UP);
    }

    @Override
    public String fields() {
        return "话费：phone、faceFen";
    }

    @Override
    public Map<String, Details> of(Collection<String> orderNos) {
        return topUpOrders.findByOrderNoIn(orderNos).stream()
                .collect(toMap(
                        TopUpOrder::orderNo, order -> new Details(new Ordered(order.phone(), order.faceFen()), null)));
    }

    @Override
    public Optional<Summary> summary(String orderNo) {
        return topUpOrders.findById(orderNo).map(TopUpOrderView::line);
    }

    private static Summary line(TopUpOrder order) {
        var ordered = "给 %s 充 %s".formatted(TopUpOrderCards.grouped(order.phone()), Money.yuan(order.faceFen()));
        return new Summary(ordered, order.transactionNo() == null ? "" : purchase(order));
    }

    private static String purchase(TopUpOrder order) {
        var cost = order.purchaseCostFen();
        return "已充值，流水号 " + order.transactionNo() + (cost == null ? "" : "，采购价 " + Money.yuan(cost));
    }

    record Ordered(String phone, long faceFen) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
