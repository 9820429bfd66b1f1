package com.guncai.backoffice.flower;

import static com.guncai.backoffice.flower.FlowerService.FLOWER;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Placement;
import com.guncai.backoffice.order.PurchaseRecorded;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places and follows flower orders. Prices in fen, slots in Asia/Shanghai. */
@Service
@Transactional
class FlowerOrders {
    private final FlowerRepository flowers;
    private final FlowerOrderRepository flowerOrders;
    private final DeliveryArea deliveryArea;
    private final Orders orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FlowerOrders(
            FlowerRepository flowers,
            FlowerOrderRepository flowerOrders,
            DeliveryArea deliveryArea,
            Orders orders,
            ApplicationEventPublisher events,
            Clock clock) {
        this.flowers = flowers;
        this.flowerOrders = flowerOrders;
        this.deliveryArea = deliveryArea;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    Order place(Placement placement, FlowerOrderRequest request) {
        deliveryArea.check(request.city());
        deliveryArea.check(request.deliverySlot().toInstant());
        var flower = flowers.findByIdAndOfferedTrue(request.flowerId())
                .orElseThrow(() -> ProblemException.invalid(ProblemCode.FLOWER_NOT_OFFERED, "该鲜花已下架，请重新选择"));
        return orders.place(
                placement,
                FLOWER,
                flower.priceFen(),
                request.couponId(),
                order -> flowerOrders.save(new FlowerOrder(order.orderNo(), flower, request)));
    }

    /** A clerk bought the flowers: the customer sees the shop and when to expect them. */
    void accept(String orderNo, ShopContact shop) {
        var order = orders.locked(orderNo);
        get(orderNo).bought(shop);
        var cost = shop.purchaseCostFen();
        if (cost != null) {
            events.publishEvent(new PurchaseRecorded(
                    orderNo, FLOWER, CompanyAccount.MEITUAN, cost, shop.purchaseOrderNo(), BusinessTime.now(clock)));
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

    /** The flowers arrived, by the customer's word or by the clerk's. */
    void complete(String orderNo, @Nullable String note) {
        if (note != null && note.strip().length() > 200) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, "送达情况最多 200 字");
        }
        orders.locked(orderNo);
        var flowerOrder = get(orderNo);
        flowerOrder.delivered(note == null || note.isBlank() ? null : note.strip());
        orders.complete(orderNo, flowerOrder.confirmedAt() == null ? "鲜花已送达，订单完成" : "您已确认收花，订单完成");
    }

    FlowerOrder get(String orderNo) {
        return flowerOrders
                .findById(orderNo)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.ORDER_NOT_FOUND, "订单不存在"));
    }
}
