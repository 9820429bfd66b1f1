package com.guncai.backoffice.topup;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.StaffPayments;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A clerk tops up in Alipay. */
@Component
class TopUpPayments implements StaffPayments {
    private final TopUpOrderRepository topUpOrders;

    TopUpPayments(TopUpOrderRepository topUpOrders) {
        this.topUpOrders = topUpOrders;
    }

    @Override
    public String field() {
        return "transactionNo";
    }

    @Override
    public Map<String, Paid> of(Collection<String> caseNos) {
        return topUpOrders.findByOrderNoIn(caseNos).stream()
                .filter(topUp -> topUp.transactionNo() != null)
                .collect(toMap(
                        topUp -> topUp.orderNo(),
                        topUp -> new Paid(
                                String.valueOf(topUp.transactionNo()),
                                "支付宝",
                                Objects.requireNonNullElse(topUp.purchaseCostFen(), 0L))));
    }
}
