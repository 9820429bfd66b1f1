package com.guncai.backoffice.flower;

import static com.guncai.backoffice.shared.ServiceCode.FLOWER;

import com.guncai.backoffice.order.OrderCancelled;
import com.guncai.backoffice.order.OrderPlaced;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.PaymentReceived;
import com.guncai.backoffice.process.CaseCard;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the flower module with processes/FlowerOrderProcess.bpmn; public for its expressions. */
@Component
public class FlowerOrderProcess implements CaseProcess {
    private static final Duration PURCHASE_TIME = Duration.ofMinutes(30);
    private static final Duration DELIVERY_GRACE = Duration.ofHours(2);

    private final Processes processes;
    private final FlowerOrders flowerOrders;
    private final FlowerOrderCards cards;
    private final Orders orders;
    private final Clock clock;

    FlowerOrderProcess(
            Processes processes, FlowerOrders flowerOrders, FlowerOrderCards cards, Orders orders, Clock clock) {
        this.processes = processes;
        this.flowerOrders = flowerOrders;
        this.cards = cards;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Set<String> answers() {
        return Set.of(
                "shopFound",
                "shopName",
                "shopPhone",
                "estimatedDeliveryAt",
                "purchaseOrderNo",
                "purchaseCostYuan",
                "undeliverableReason",
                "deliveryNote");
    }

    @Override
    public Set<String> desks() {
        return Set.of("flower-desk");
    }

    @EventListener
    void on(OrderPlaced placed) {
        if (placed.service() == FLOWER) {
            processes.start(this, placed.orderNo());
        }
    }

    /** A process that is just asking WeChat Pay finds the payment on the order by itself. */
    @EventListener
    void on(PaymentReceived received) {
        if (received.service() == FLOWER) {
            processes.tellIfWaiting(received.orderNo(), received);
        }
    }

    /** A process that cancels an overdue order itself does not wait for it. */
    @EventListener
    void on(OrderCancelled cancelled) {
        if (cancelled.service() == FLOWER) {
            processes.tellIfWaiting(cancelled.orderNo(), cancelled);
        }
    }

    @EventListener
    void on(DeliveryConfirmed confirmed) {
        processes.tell(confirmed.orderNo(), confirmed);
    }

    /** BoundaryEvent_PaymentOverdue. */
    public Date payBefore(String orderNo) {
        var payBefore = orders.get(orderNo).payBefore();
        return Date.from(payBefore == null ? clock.instant() : payBefore);
    }

    /** Task_CancelOrder; an order that the customer cancelled meanwhile stays as it is. */
    public void cancelUnpaid(String orderNo) {
        if (orders.locked(orderNo).status() == OrderStatus.AWAITING_PAYMENT) {
            orders.cancel(orderNo, "超时未支付，订单已取消");
        }
    }

    /** What the forms show. */
    public CaseCard card(String orderNo) {
        return processes.card(this, orderNo);
    }

    /** The order in a line, for the list of tasks. */
    public String summary(String orderNo) {
        return cards.summary(orderNo);
    }

    @Override
    public Object cardContent(String orderNo) {
        return cards.of(orderNo);
    }

    /** Due date of Task_PurchaseFlowers. */
    public Date purchaseDue(String orderNo) {
        return Date.from(BusinessTime.now(clock).plus(PURCHASE_TIME));
    }

    /** Task_RecordShopContact. */
    public void recordShopContact(
            String orderNo,
            @Nullable Object shopName,
            @Nullable Object shopPhone,
            @Nullable Object estimatedDeliveryAt,
            @Nullable Object purchaseOrderNo,
            @Nullable Object purchaseCostYuan) {
        flowerOrders.accept(
                orderNo,
                ShopContact.entered(
                        shopName, shopPhone, estimatedDeliveryAt, purchaseOrderNo, purchaseCostYuan, clock.instant()));
    }

    /** Due date of Task_FollowDelivery. */
    public Date deliveryDue(String orderNo) {
        return Date.from(expected(orderNo));
    }

    /** BoundaryEvent_DeliveryOverdue. */
    public Date deliveryOverdue(String orderNo) {
        return Date.from(expected(orderNo).plus(DELIVERY_GRACE));
    }

    /** Task_CompleteOrder. */
    public void complete(String orderNo, @Nullable String deliveryNote) {
        flowerOrders.complete(orderNo, deliveryNote);
    }

    /** Task_RecordUndeliverable. */
    public void recordUndeliverable(String orderNo, @Nullable String undeliverableReason) {
        flowerOrders.undeliverable(orderNo, undeliverableReason);
    }

    private Instant expected(String orderNo) {
        var order = flowerOrders.get(orderNo);
        var expected = order.estimatedDeliveryAt();
        return expected == null ? order.deliverySlot() : expected;
    }
}
