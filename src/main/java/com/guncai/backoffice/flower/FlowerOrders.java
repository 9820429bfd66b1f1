package com.guncai.backoffice.flower;

import static com.guncai.backoffice.flower.FlowerService.FLOWER;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.expense.CostConfirmation;
import com.guncai.backoffice.expense.ExpenseNumber;
import com.guncai.backoffice.expense.ExpenseNumber.Work;
import com.guncai.backoffice.expense.ExpenseNumbers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderReopened;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Placement;
import com.guncai.backoffice.order.PurchaseRecorded;
import com.guncai.backoffice.order.PurchaseRecorded.Kind;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places and follows flower orders. Prices in fen, slots in Asia/Shanghai. */
@Service
@Transactional
class FlowerOrders {
    private final FlowerOffers offers;
    private final FlowerOrderRepository flowerOrders;
    private final DeliveryArea deliveryArea;
    private final Orders orders;
    private final ExpenseNumbers numbers;
    private final CostConfirmation costs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FlowerOrders(
            FlowerOffers offers,
            FlowerOrderRepository flowerOrders,
            DeliveryArea deliveryArea,
            Orders orders,
            ExpenseNumbers numbers,
            CostConfirmation costs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.offers = offers;
        this.flowerOrders = flowerOrders;
        this.deliveryArea = deliveryArea;
        this.orders = orders;
        this.numbers = numbers;
        this.costs = costs;
        this.events = events;
        this.clock = clock;
    }

    Order place(Placement placement, FlowerOrderRequest request) {
        var offer = offers.of(request.flowerId());
        deliveryArea.check(offer.rules(), request.city(), request.deliverySlot().toInstant());
        var flower = offer.flower();
        if (flower == null) {
            throw ProblemException.invalid(ProblemCode.FLOWER_NOT_OFFERED, "该鲜花已下架，请重新选择");
        }
        return orders.place(
                placement,
                FLOWER,
                flower.priceFen(clock.instant()),
                request.couponId(),
                order -> flowerOrders.save(new FlowerOrder(order.orderNo(), flower, request)));
    }

    /**
     * A clerk bought the flowers: the customer sees the shop and when to expect them.
     *
     * @param costConfirmed whether the clerk looked again at an amount far above the price
     * @throws ProblemException {@code COST_UNCONFIRMED}, {@code PURCHASE_ORDER_NO_USED}
     */
    void accept(String orderNo, ShopContact shop, @Nullable Object costConfirmed) {
        var order = orders.locked(orderNo);
        var cost = shop.purchaseCostFen();
        costs.check(FLOWER, cost, order.priceFen(), costConfirmed);
        var flowerOrder = get(orderNo);
        var purchaseNo = shop.purchaseOrderNo();
        if (purchaseNo != null && purchaseNo.equalsIgnoreCase(flowerOrder.purchaseOrderNo())) {
            throw ProblemException.conflict(ProblemCode.PURCHASE_ORDER_NO_USED, "这是上一次采购的美团订单号，请填写这一次的");
        }
        if (purchaseNo != null) {
            numbers.take(
                    new ExpenseNumber(CompanyAccount.MEITUAN, purchaseNo, "美团订单号", ProblemCode.PURCHASE_ORDER_NO_USED),
                    Work.order(orderNo));
        }
        var kind = flowerOrder.shopName() == null ? Kind.FIRST : Kind.AGAIN;
        flowerOrder.bought(shop);
        if (cost != null) {
            events.publishEvent(new PurchaseRecorded(
                    orderNo, FLOWER, CompanyAccount.MEITUAN, cost, purchaseNo, BusinessTime.now(clock), kind));
        }
        orders.accept(order.orderNo(), "商家已接单，预计 " + BusinessTime.text(shop.estimatedDeliveryAt()) + " 送达");
    }

    /** No shop delivers there: customer service takes over. */
    void undeliverable(String orderNo, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid(ProblemCode.UNDELIVERABLE_REASON_REQUIRED, "请选择“有店可送”，或填写无法配送的原因");
        }
        if (reason.length() > 200) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "原因最多 200 字");
        }
        orders.locked(orderNo);
        get(orderNo).undeliverable(reason.strip());
        orders.note(orderNo, "附近暂无可配送的店家，客服将尽快与您联系");
    }

    /**
     * The customer says that the flowers arrived.
     *
     * @throws ProblemException {@code ORDER_STATE} unless a shop has accepted the order
     */
    Order confirmDelivery(CurrentCustomer customer, String orderNo) {
        var order = orders.owned(customer, orderNo);
        if (!order.service().equals(FLOWER) || order.status() != OrderStatus.ACCEPTED) {
            throw ProblemException.conflict(
                    ProblemCode.ORDER_STATE, "订单当前状态（" + order.status().label() + "）不能确认送达");
        }
        get(orderNo).confirmedAt(BusinessTime.now(clock));
        events.publishEvent(new DeliveryConfirmed(orderNo));
        return order;
    }

    /**
     * The flowers arrived, by the customer's word or by the clerk's.
     *
     * @param early whether the clerk says so although their slot is still ahead
     * @throws ProblemException {@code EARLY_COMPLETION_UNCONFIRMED} before the slot, unless the customer or the clerk says so,
     *     {@code TEXT_TOO_LONG}
     */
    void complete(String orderNo, @Nullable String note, @Nullable Object early) {
        if (note != null && note.strip().length() > 200) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "送达情况最多 200 字");
        }
        orders.locked(orderNo);
        var flowerOrder = get(orderNo);
        var slot = flowerOrder.deliverySlot();
        if (flowerOrder.confirmedAt() == null && clock.instant().isBefore(slot) && !Boolean.TRUE.equals(early)) {
            throw ProblemException.conflict(
                    ProblemCode.EARLY_COMPLETION_UNCONFIRMED,
                    "还没到配送时段（" + BusinessTime.text(slot) + "）。确实已经送达，勾选“确认已提前送达”再提交");
        }
        flowerOrder.delivered(note == null || note.isBlank() ? null : note.strip());
        orders.complete(orderNo, flowerOrder.confirmedAt() == null ? "鲜花已送达，订单完成" : "您已确认收花，订单完成");
    }

    /** The order, its row locked until the transaction ends. */
    Order locked(String orderNo) {
        return orders.locked(orderNo);
    }

    @Transactional(readOnly = true)
    Order of(CurrentCustomer customer, String orderNo) {
        return orders.get(customer, orderNo);
    }

    /** The chosen time is over: the flowers are due as soon as a shop can deliver them. */
    @EventListener
    void on(OrderReopened reopened) {
        if (reopened.service().equals(FLOWER)) {
            get(reopened.orderNo()).reopened(reopened.at());
        }
    }

    FlowerOrder get(String orderNo) {
        return flowerOrders
                .findById(orderNo)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.ORDER_NOT_FOUND, "订单不存在"));
    }
}
