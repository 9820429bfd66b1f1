package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.OpenOrders;
import com.guncai.backoffice.process.OpenCases;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every order that is paid, or claimed, and not fulfilled yet is with a process. */
@Component
class OrdersInProcess implements OpenCases {
    private final OpenOrders orders;

    OrdersInProcess(OpenOrders orders) {
        this.orders = orders;
    }

    @Override
    public List<OpenCase> page(String after, int size) {
        return orders.after(after, size).stream()
                .map(orderNo -> new OpenCase(orderNo, orderNo))
                .toList();
    }

    @Override
    public boolean isOpen(String orderNo) {
        return orders.whyOpen(orderNo) != null;
    }
}
