package com.guncai.backoffice.payment;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Placement;
import com.guncai.backoffice.order.Prepay;
import com.guncai.backoffice.shared.Problem;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates orders for the controllers of the services, so that a repeated request is the same order. */
@Service
public class Checkout {
    private static final Logger log = LoggerFactory.getLogger(Checkout.class);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private final Orders orders;
    private final OrderViews views;
    private final Payments payments;
    private final RequestDigest digest;

    Checkout(Orders orders, OrderViews views, Payments payments, RequestDigest digest) {
        this.orders = orders;
        this.views = views;
        this.payments = payments;
        this.digest = digest;
    }

    /**
     * Places an order, then asks WeChat Pay for what lets the customer pay it. The order stands also when that fails: its
     * {@code prepay} is {@code null} then, and the customer asks again by {@code POST /orders/{orderNo}/payment}. Call it
     * outside any transaction.
     *
     * @param idempotencyKey the header {@code Idempotency-Key} as it came
     * @param request what was asked for; the same key with another request is refused
     * @param place places the order in one transaction of its own
     * @throws Problem {@code IDEMPOTENCY_KEY_REQUIRED}, {@code IDEMPOTENCY_KEY_INVALID}, {@code IDEMPOTENCY_KEY_REUSED},
     *     and whatever {@code place} refuses
     */
    @Transactional(propagation = Propagation.NEVER)
    public OrderView order(
            CurrentCustomer customer,
            @Nullable String idempotencyKey,
            Object request,
            Function<Placement, Order> place) {
        var placement = new Placement(customer, checked(idempotencyKey), digest.of(request));
        try {
            var order = place.apply(placement);
            return views.of(order).payableBy(prepay(order, payments::firstPrepay));
        } catch (RuntimeException failure) {
            // Whatever a repeated request fails with, be it the unique key or the coupon it holds already, it is that
            // order.
            var earlier = orders.placedBefore(placement).orElseThrow(() -> failure);
            return views.of(earlier).payableBy(prepay(earlier, payments::prepay));
        }
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Problem.invalid("IDEMPOTENCY_KEY_REQUIRED", "请求缺少 Idempotency-Key");
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid("IDEMPOTENCY_KEY_INVALID", "Idempotency-Key 须为不超过 64 个的可见 ASCII 字符");
        }
        return key;
    }

    private static @Nullable Prepay prepay(Order order, Function<Order, @Nullable Prepay> asking) {
        if (order.status() != OrderStatus.AWAITING_PAYMENT) {
            return null;
        }
        try {
            return asking.apply(order);
        } catch (Problem notNow) {
            log.warn("Order {} stands without its prepay: {}", order.orderNo(), notNow.code());
            return null;
        }
    }
}
