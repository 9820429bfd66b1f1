package com.guncai.backoffice.order;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.testing.DemoServices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Orders without a database, brought to where a test needs them by what happens to orders. */
public final class AnOrder {
    public static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private static final Placement PLACEMENT = new Placement(new CurrentCustomer(42), "key-1", "digest-1");

    private AnOrder() {}

    static Order placed(long priceFen) {
        return placed("O1", priceFen);
    }

    static Order claim(Long coupon) {
        var claim = Order.claim("O1", DemoServices.FUEL, PLACEMENT, NOON);
        claim.covered(coupon, NOON);
        return claim;
    }

    /** Of flowers, paid in full. */
    public static Order paid(String orderNo, long priceFen) {
        var order = placed(orderNo, priceFen);
        order.paid(priceFen, NOON);
        return order;
    }

    /** It cost 150 yuan and was paid, unless its state says otherwise; 50 of it went back when it is refunded. */
    static Order in(OrderStatus status) {
        var order = status == OrderStatus.AWAITING_PAYMENT || status == OrderStatus.CANCELLED
                ? placed(15_000)
                : paid("O1", 15_000);
        switch (status) {
            case AWAITING_PAYMENT, PAID -> {}
            case ACCEPTED -> order.accepted("已下单", NOON);
            case COMPLETED -> order.completed("已送达", NOON);
            case REJECTED -> order.rejected("凭证不清", NOON);
            case CANCELLED -> {
                order.cancelled("已取消", NOON);
                order.paid(15_000, NOON);
            }
            case REFUNDING -> order.refunding(NOON);
            case REFUNDED -> {
                order.refunding(NOON);
                order.refunded(5_000, "已退款", NOON);
            }
        }
        return order;
    }

    /** Of flowers, to be paid within half an hour of noon. */
    public static Order placed(String orderNo, long priceFen) {
        return new Order(orderNo, DemoServices.FLOWER, PLACEMENT, priceFen, Duration.ofMinutes(30), NOON);
    }

    /** What an order has announced so far, as Spring Data would publish it. */
    static List<Object> announcedBy(Order order) {
        return new Listener().hears(order);
    }

    /** The code by which an order refuses a step. */
    static String refusal(Runnable step) {
        return catchThrowableOfType(ProblemException.class, step::run).code();
    }

    private static class Listener extends AbstractAggregateRoot<Order> {
        List<Object> hears(Order order) {
            andEventsFrom(order);
            return List.copyOf(domainEvents());
        }
    }
}
