package com.guncai.backoffice.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders as customers see them: a page of any length costs one query per service on it, not one per order. */
@Service
@Transactional(readOnly = true)
public class OrderViews {
    private final OrderRepository orders;
    private final OrderTimeline timeline;
    private final List<OrderDetails> details;
    private final OrderRefunds refunds;
    private final OrderAfterSales afterSales;
    private final List<OrderActions> actions;

    OrderViews(
            OrderRepository orders,
            OrderTimeline timeline,
            List<OrderDetails> details,
            OrderRefunds refunds,
            OrderAfterSales afterSales,
            List<OrderActions> actions) {
        this.afterSales = afterSales;
        this.actions = actions;
        this.orders = orders;
        this.timeline = timeline;
        this.details = details;
        this.refunds = refunds;
    }

    /** One order with its timeline. */
    public OrderView of(Order order) {
        return views(List.of(order)).get(0);
    }

    /** One order in a line, for staff of another desk. */
    public OrderDetails.Summary summary(Order order) {
        return of(order.service())
                .flatMap(source -> source.summary(order.orderNo()).stream())
                .findFirst()
                .orElseGet(() -> new OrderDetails.Summary(order.service().label(), ""));
    }

    OrderPage page(
            CurrentCustomer customer, @Nullable OrderStatus status, @Nullable ServiceCode service, int page, int size) {
        var found = orders.search(customer.id(), status, service, PageRequest.of(page, size));
        return new OrderPage(views(found.getContent()), page, size, found.getTotalElements());
    }

    /** All orders of a customer, the newest first. */
    List<OrderView> all(long customerId) {
        return views(orders.search(customerId, null, null, Pageable.unpaged()).getContent());
    }

    private List<OrderView> views(List<Order> page) {
        var numbers = page.stream().map(Order::orderNo).toList();
        var lines = timeline.of(numbers);
        var refunded = refundsOf(page);
        var helped = afterSalesOf(page);
        var possible = actions.stream().map(source -> source.of(page)).toList();
        Map<String, OrderDetails.Details> ordered = new HashMap<>();
        page.stream()
                .collect(groupingBy(Order::service, mapping(Order::orderNo, toList())))
                .forEach((service, ofService) -> of(service).forEach(source -> ordered.putAll(source.of(ofService))));
        return page.stream()
                .map(order -> view(
                        order,
                        ordered.getOrDefault(order.orderNo(), new OrderDetails.Details(Map.of(), null)),
                        refunded.getOrDefault(order.orderNo(), List.of()),
                        helped.getOrDefault(order.orderNo(), List.of()),
                        possibleFor(order, possible),
                        lines.getOrDefault(order.orderNo(), List.of())))
                .toList();
    }

    private Stream<OrderDetails> of(ServiceCode service) {
        return details.stream().filter(source -> source.concerns(service));
    }

    /** Costs nothing while nobody has paid. */
    private Map<String, List<OrderRefunds.RefundView>> refundsOf(List<Order> page) {
        var paid = page.stream()
                .filter(order -> order.paidFen() > 0)
                .map(Order::orderNo)
                .toList();
        return paid.isEmpty() ? Map.of() : refunds.of(paid);
    }

    private Map<String, List<OrderAfterSales.AfterSaleView>> afterSalesOf(List<Order> page) {
        var helped = page.stream().filter(Order::isHelped).map(Order::orderNo).toList();
        return helped.isEmpty() ? Map.of() : afterSales.of(helped);
    }

    /** In the alphabet's order, so that the answer is the same whoever contributes first. */
    private static List<String> possibleFor(Order order, List<Map<String, Set<String>>> possible) {
        return possible.stream()
                .flatMap(source -> source.getOrDefault(order.orderNo(), Set.of()).stream())
                .sorted()
                .toList();
    }

    private static OrderView view(
            Order order,
            OrderDetails.Details details,
            List<OrderRefunds.RefundView> refunds,
            List<OrderAfterSales.AfterSaleView> afterSales,
            List<String> actions,
            List<TimelineEntry> timeline) {
        Instant payBefore = order.status() == OrderStatus.AWAITING_PAYMENT ? order.payBefore() : null;
        return new OrderView(
                order.orderNo(),
                order.service(),
                order.status(),
                order.priceFen(),
                order.discountFen(),
                order.payableFen(),
                order.paidFen(),
                BusinessTime.offset(order.createdAt()),
                payBefore == null ? null : BusinessTime.offset(payBefore),
                null,
                details.ordered(),
                details.shop(),
                order.rejectReason(),
                refunds.isEmpty() ? null : refunds.get(refunds.size() - 1),
                refunds,
                afterSales,
                actions,
                timeline.stream()
                        .map(line -> new OrderView.Line(BusinessTime.offset(line.at()), line.text()))
                        .toList());
    }

    /** A page of orders, the newest first. */
    record OrderPage(List<OrderView> items, int page, int size, long total) {}
}
