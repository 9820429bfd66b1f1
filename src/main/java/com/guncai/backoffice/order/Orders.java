package com.guncai.backoffice.order;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places orders of every service and moves them on. Each change locks the order's row, so that customers, clerks,
 * notices and timers that act at once act one after the other; what the state does not allow is a {@link ProblemException}
 * {@code ORDER_STATE}. Listeners of the announced {@link OrderEvent}s run in the same transaction.
 */
@Service
@Transactional
public class Orders {
    private final OrderRepository orders;
    private final Coupons coupons;
    private final Customers customers;
    private final CaseNumbers numbers;
    private final Clock clock;
    private final OrderPersistence table;
    private final PaymentTerms terms;

    Orders(
            OrderRepository orders,
            Coupons coupons,
            Customers customers,
            CaseNumbers numbers,
            Clock clock,
            OrderPersistence table,
            PaymentTerms terms) {
        this.orders = orders;
        this.table = table;
        this.terms = terms;
        this.coupons = coupons;
        this.customers = customers;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Places an order that waits for its payment.
     *
     * @param details saves what the service itself keeps, before the order is announced
     */
    public Order place(
            Placement placement, ServiceCode service, long priceFen, @Nullable Long couponId, Consumer<Order> details) {
        var order =
                new Order(numbers.next(), service, placement, priceFen, terms.window(service), BusinessTime.now(clock));
        if (couponId == null) {
            table.insert(order);
        } else {
            var wallet = customers.couponOwner(placement.customer());
            order.deduct(couponId, coupons.deduction(couponId, wallet, service));
            // Each refers to the other, so the order is there before its coupon is held.
            table.insert(order);
            coupons.holdDeduction(couponId, wallet, service, order.orderNo());
        }
        details.accept(order);
        return orders.save(order);
    }

    /**
     * Places a cashback claim: rejected at once, and so recorded, when the customer has no valid coupon.
     *
     * @param hold holds a coupon for the order number it is given; {@code null} when there is none
     * @param details saves what the service itself keeps, before the claim is announced
     */
    public Order claim(
            Placement placement, ServiceCode service, Function<String, @Nullable Long> hold, Consumer<Order> details) {
        var now = BusinessTime.now(clock);
        var order = Order.claim(numbers.next(), service, placement, now);
        table.insert(order);
        order.covered(hold.apply(order.orderNo()), now);
        details.accept(order);
        return orders.save(order);
    }

    /**
     * Records that the whole price arrived; call once an order.
     *
     * @return whether the order goes on; if not, it had been cancelled and the money has to go back
     */
    public boolean pay(String orderNo, long fen) {
        var order = locked(orderNo);
        var goesOn = order.paid(fen, BusinessTime.now(clock));
        if (goesOn && order.couponId() != null) {
            coupons.use(order.couponId(), orderNo);
        }
        orders.save(order);
        return goesOn;
    }

    /** Staff took the order on. */
    public void accept(String orderNo, String text) {
        change(orderNo, order -> order.accepted(text, BusinessTime.now(clock)));
    }

    /** The order is fulfilled. */
    public void complete(String orderNo, String text) {
        change(orderNo, order -> order.completed(text, BusinessTime.now(clock)));
    }

    /** A claim is refused: its coupon is the customer's again. */
    public void reject(String orderNo, String reason) {
        var order = locked(orderNo);
        order.rejected(reason, BusinessTime.now(clock));
        if (order.couponId() != null) {
            coupons.giveBack(order.couponId(), orderNo);
        }
        orders.save(order);
    }

    /** A customer ends the own unpaid order. */
    Order cancel(CurrentCustomer customer, String orderNo) {
        owned(customer, orderNo);
        return cancel(orderNo, "您已取消订单");
    }

    /** Ends an unpaid order and gives its coupon back. */
    public Order cancel(String orderNo, String text) {
        var order = locked(orderNo);
        order.cancelled(text, BusinessTime.now(clock));
        if (order.couponId() != null) {
            coupons.giveBack(order.couponId(), orderNo);
        }
        return orders.save(order);
    }

    /** A fulfilled order is done once more, without a second payment: its service's process starts again. */
    public void reopen(String orderNo, String text) {
        change(orderNo, order -> order.reopened(text, BusinessTime.now(clock)));
    }

    /** An after-sale of the order was opened. */
    public void help(String orderNo) {
        change(orderNo, Order::helped);
    }

    /** Tells the customer something in the timeline without moving the order. */
    public void note(String orderNo, String text) {
        change(orderNo, order -> order.noted(text, BusinessTime.now(clock)));
    }

    void change(String orderNo, Consumer<Order> change) {
        var order = locked(orderNo);
        change.accept(order);
        orders.save(order);
    }

    /** The order, its row locked until the transaction ends. */
    public Order locked(String orderNo) {
        return Optional.ofNullable(table.locked(orderNo)).orElseThrow(Orders::unknown);
    }

    /** As {@link #locked}, for the customer whose order it is. */
    public Order owned(CurrentCustomer customer, String orderNo) {
        var order = locked(orderNo);
        if (order.customerId() != customer.id()) {
            throw unknown();
        }
        return order;
    }

    @Transactional(readOnly = true)
    public Order get(String orderNo) {
        return find(orderNo).orElseThrow(Orders::unknown);
    }

    /** Those of some numbers that there are, by number, in one query. */
    @Transactional(readOnly = true)
    public Map<String, Order> all(Collection<String> orderNos) {
        return orders.findByOrderNoIn(orderNos).stream().collect(toMap(Order::orderNo, Function.identity()));
    }

    /** Empty when the number is that of some other case. */
    @Transactional(readOnly = true)
    public Optional<Order> find(String orderNo) {
        return Optional.ofNullable(table.find(orderNo));
    }

    /** A customer's own order; somebody else's does not exist for them. */
    @Transactional(readOnly = true)
    public Order get(CurrentCustomer customer, String orderNo) {
        return orders.findByOrderNoAndCustomerId(orderNo, customer.id()).orElseThrow(Orders::unknown);
    }

    /** The order that an earlier request with this key made. */
    @Transactional(readOnly = true)
    public Optional<Order> placedBefore(Placement placement) {
        var earlier =
                orders.findByCustomerIdAndIdempotencyKey(placement.customer().id(), placement.idempotencyKey());
        earlier.filter(order -> !order.requestDigest().equals(placement.requestDigest()))
                .ifPresent(other -> {
                    throw ProblemException.conflict(ProblemCode.IDEMPOTENCY_KEY_REUSED, "同一请求标识已用于另一笔订单，请刷新后重试");
                });
        return earlier;
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.ORDER_NOT_FOUND, "订单不存在");
    }
}
