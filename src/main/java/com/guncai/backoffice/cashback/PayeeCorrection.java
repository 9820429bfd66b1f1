package com.guncai.backoffice.cashback;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderActions;
import com.guncai.backoffice.order.OrderStatus;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which claims wait for their customer to correct the payee. */
@Component
class PayeeCorrection implements OrderActions {
    private static final String PAYEE = "payee";

    private final CashbackClaimRepository claims;

    PayeeCorrection(CashbackClaimRepository claims) {
        this.claims = claims;
    }

    @Override
    public Map<String, String> described() {
        return Map.of(PAYEE, "更正收款信息");
    }

    @Override
    public Map<String, Set<String>> of(Collection<Order> orders) {
        var reviewed = orders.stream()
                .filter(order -> CashbackServices.ALL.contains(order.service()))
                .filter(order -> order.status() == OrderStatus.ACCEPTED)
                .map(Order::orderNo)
                .toList();
        return reviewed.isEmpty() ? Map.of() : waiting(reviewed);
    }

    private Map<String, Set<String>> waiting(Collection<String> orderNos) {
        return claims.findByOrderNoIn(orderNos).stream()
                .filter(CashbackClaim::isAwaitingPayee)
                .collect(toMap(CashbackClaim::orderNo, claim -> Set.of(PAYEE)));
    }
}
