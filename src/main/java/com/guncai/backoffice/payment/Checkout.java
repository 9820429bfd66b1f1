package com.guncai.backoffice.payment;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.order.Placement;
import com.guncai.backoffice.order.Placements;
import com.guncai.backoffice.order.Prepay;
import com.guncai.backoffice.shared.ProblemException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates orders that have to be paid, for the controllers of the services. */
@Service
public class Checkout {
    private static final Logger log = LoggerFactory.getLogger(Checkout.class);

    private final Placements placements;
    private final OrderViews views;
    private final Payments payments;

    Checkout(Placements placements, OrderViews views, Payments payments) {
        this.placements = placements;
        this.views = views;
        this.payments = payments;
    }

    /**
     * Places an order, then asks WeChat Pay for what lets the customer pay it. The order stands also when that fails: its
     * {@code prepay} is {@code null} then, and the customer asks again by {@code POST /orders/{orderNo}/payment}. Call it
     * outside any transaction.
     *
     * @see Placements#place
     */
    @Transactional(propagation = Propagation.NEVER)
    public OrderView order(
            CurrentCustomer customer,
            @Nullable String idempotencyKey,
            Object request,
            Function<Placement, Order> place) {
        var placed = placements.place(customer, idempotencyKey, request, place);
        var order = placed.order();
        return views.of(order).payableBy(prepay(order, placed.isNew() ? payments::firstPrepay : payments::prepay));
    }

    private static @Nullable Prepay prepay(Order order, Function<Order, @Nullable Prepay> asking) {
        if (order.status() != OrderStatus.AWAITING_PAYMENT) {
            return null;
        }
        try {
            return asking.apply(order);
        } catch (ProblemException notNow) {
            log.warn("Order {} stands without its prepay: {}", order.orderNo(), notNow.code());
            return null;
        }
    }
}
