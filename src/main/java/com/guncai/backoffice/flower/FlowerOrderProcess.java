package com.guncai.backoffice.flower;

import static com.guncai.backoffice.shared.ServiceCode.FLOWER;

import com.guncai.backoffice.order.OrderPlaced;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.TaskFormData;
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
    private static final Duration DELIVERY_GRACE = Duration.ofHours(2);

    private final Processes processes;
    private final FlowerOrders flowerOrders;
    private final FlowerOrderCards cards;
    private final Clock clock;

    FlowerOrderProcess(Processes processes, FlowerOrders flowerOrders, FlowerOrderCards cards, Clock clock) {
        this.processes = processes;
        this.flowerOrders = flowerOrders;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public Set<String> formFields() {
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
    public Set<String> candidateGroups() {
        return Set.of("flower-desk");
    }

    @EventListener
    void on(OrderPlaced placed) {
        if (placed.service() == FLOWER) {
            processes.start(this, placed.orderNo());
        }
    }

    @EventListener
    void on(DeliveryConfirmed confirmed) {
        processes.correlate(confirmed.orderNo(), confirmed);
    }

    /** What the forms show. */
    public TaskFormData card(String orderNo) {
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
                        shopName,
                        shopPhone,
                        estimatedDeliveryAt,
                        purchaseOrderNo,
                        purchaseCostYuan,
                        flowerOrders.get(orderNo).deliverySlot(),
                        clock.instant()));
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
