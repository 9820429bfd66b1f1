package com.guncai.backoffice.couponsales;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.OrderDetails;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders of coupons as their customer sees them. */
@Component
class CouponOrderView implements OrderDetails {
    private final CouponOrderRepository couponOrders;

    CouponOrderView(CouponOrderRepository couponOrders) {
        this.couponOrders = couponOrders;
    }

    @Override
    public boolean concerns(ServiceCode service) {
        return service.couponsForSale();
    }

    @Override
    public String fields() {
        return "购券：productId、productName、faceFen、quantity，缺货时 awaitingStock 为 true";
    }

    @Override
    public Map<String, Details> of(Collection<String> orderNos) {
        return couponOrders.findByOrderNoIn(orderNos).stream()
                .collect(toMap(CouponOrder::orderNo, order -> new Details(ordered(order), null)));
    }

    @Override
    public Optional<Summary> summary(String orderNo) {
        return couponOrders
                .findById(orderNo)
                .map(order -> new Summary(order.line(), order.isHandedOut() ? "已放入礼券" : ""));
    }

    private static Ordered ordered(CouponOrder order) {
        return new Ordered(
                order.productId(),
                order.productName(),
                order.faceFen(),
                order.quantity(),
                order.waitingSince() != null);
    }

    /** @param awaitingStock paid, but codes have to be bought first */
    record Ordered(String productId, String productName, long faceFen, int quantity, boolean awaitingStock) {}
}
