package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what was paid for into wallets, the order that was paid first before the others. Everything happens while the product's row is
 * locked, so that of any number of buyers on any number of nodes each code goes to one; orders are locked after it.
 */
@Service
@Transactional
class CouponFulfilment {
    static final int AT_A_TIME = 20;

    private final CouponOrderRepository couponOrders;
    private final CodeStock stock;
    private final Coupons coupons;
    private final Orders orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CouponFulfilment(
            CouponOrderRepository couponOrders,
            CodeStock stock,
            Coupons coupons,
            Orders orders,
            ApplicationEventPublisher events,
            Clock clock) {
        this.couponOrders = couponOrders;
        this.stock = stock;
        this.coupons = coupons;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /** What became of an order when it was to be served. */
    enum Outcome {
        HANDED_OUT,
        /** It waits for codes. */
        SHORT,
        /** Its customer wants the money back, and nobody decided on it yet. Nothing is said of the stock. */
        UNDER_REFUND
    }

    /** Serves a paid order, unless older ones wait for the same product or codes are short: then it waits. */
    Outcome handOut(String orderNo) {
        serve(stock.lock(productOf(orderNo)));
        var wanted = couponOrders.findById(orderNo).orElseThrow(CouponFulfilment::unknown);
        if (wanted.isHandedOut()) {
            return Outcome.HANDED_OUT;
        }
        if (!isToBeServed(orders.locked(orderNo))) {
            return Outcome.UNDER_REFUND;
        }
        wanted.foundShort(BusinessTime.now(clock));
        orders.note(orderNo, "券码暂时缺货，正在采购，到货后自动放入“我的礼券”（约 2 个工作日）");
        return Outcome.SHORT;
    }

    /** Serves the orders that wait for a product as far as its codes reach. */
    void serveWaiting(String productId) {
        if (couponOrders.wanted(productId) > 0) {
            serve(stock.lock(productId));
        }
    }

    /**
     * Some at a time, as the queue may be long and the codes few. Those that want their money back keep their place and are
     * passed over; the first for which there are too few codes ends it.
     */
    private void serve(CouponProduct product) {
        var queuedAt = Instant.EPOCH;
        var orderNo = "";
        List<CouponOrder> next;
        do {
            next = couponOrders.queueAfter(product.id(), queuedAt, orderNo, Limit.of(AT_A_TIME));
            for (var waiting : next) {
                queuedAt = Objects.requireNonNull(waiting.queuedAt());
                orderNo = waiting.orderNo();
                var order = orders.locked(orderNo);
                if (isToBeServed(order) && !serve(waiting, order, product)) {
                    return;
                }
            }
        } while (next.size() == AT_A_TIME);
    }

    /** Whether there were enough codes. */
    private boolean serve(CouponOrder waiting, Order order, CouponProduct product) {
        var orderNo = waiting.orderNo();
        if (!coupons.issueBought(order.customerId(), product, waiting.quantity(), orderNo)) {
            return false;
        }
        waiting.handedOut(BusinessTime.now(clock));
        orders.complete(orderNo, waiting.line() + "，已放入“我的礼券”");
        events.publishEvent(new CodesHandedOut(orderNo));
        return true;
    }

    /** Who wants the money back is served when customer service said no. */
    private static boolean isToBeServed(Order order) {
        return order.status() == OrderStatus.PAID && !order.isUnderRefund();
    }

    String productOf(String orderNo) {
        return couponOrders.productOf(orderNo).orElseThrow(CouponFulfilment::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.ORDER_NOT_FOUND, "订单不存在");
    }
}
