package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.OrderField;
import com.guncai.backoffice.process.OrderField.Kind;
import com.guncai.backoffice.process.OrderFields;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every order has: its service, and amounts in yuan. */
@Component
class OrderAmountFields implements OrderFields {
    private final Orders orders;

    OrderAmountFields(Orders orders) {
        this.orders = orders;
    }

    @Override
    public List<OrderField> fields() {
        return List.of(
                new OrderField("orderService", "业务代号：FLOWER 鲜花、TOP_UP 话费……", Kind.TEXT),
                new OrderField("orderPriceYuan", "原价，元", Kind.NUMBER),
                new OrderField("orderDiscountYuan", "优惠，元", Kind.NUMBER),
                new OrderField("orderAmountYuan", "应付金额，元", Kind.NUMBER),
                new OrderField("orderPaidYuan", "实付金额，元", Kind.NUMBER));
    }

    @Override
    public @Nullable Object value(String orderNo, String field) {
        return orders.find(orderNo).map(order -> value(order, field)).orElse(null);
    }

    private static Object value(Order order, String field) {
        return switch (field) {
            case "orderPriceYuan" -> yuan(order.priceFen());
            case "orderDiscountYuan" -> yuan(order.discountFen());
            case "orderAmountYuan" -> yuan(order.payableFen());
            case "orderPaidYuan" -> yuan(order.paidFen());
            default -> order.service().code();
        };
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
