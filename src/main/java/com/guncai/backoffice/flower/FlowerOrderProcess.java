package com.guncai.backoffice.flower;

import static com.guncai.backoffice.flower.FlowerService.FLOWER;

import com.guncai.backoffice.order.OpenOrders;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the flower module with processes/FlowerOrderProcess.bpmn; public for its expressions. */
@Component
public class FlowerOrderProcess implements CaseProcess {
    private final Processes processes;
    private final OpenOrders openOrders;
    private final FlowerOrders flowerOrders;
    private final FlowerOrderCards cards;
    private final Clock clock;

    FlowerOrderProcess(
            Processes processes,
            OpenOrders openOrders,
            FlowerOrders flowerOrders,
            FlowerOrderCards cards,
            Clock clock) {
        this.processes = processes;
        this.openOrders = openOrders;
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
                "costConfirmed",
                "undeliverableReason",
                "deliveryNote",
                "completeEarly");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("flower-desk");
    }

    @Override
    public boolean fulfils(ServiceCode service) {
        return service.equals(FLOWER);
    }

    /** A second delivery, or a second top-up, is bought as the first was. */
    @Override
    public boolean redoes(ServiceCode service) {
        return fulfils(service);
    }

    @Override
    public String service(String orderNo) {
        return FLOWER.code();
    }

    /** Nobody changes where the flowers go while a clerk takes the task, see {@link DeliveryChanges}. */
    @Override
    public @Nullable String claimVeto(String task, String orderNo, String staff) {
        flowerOrders.locked(orderNo);
        return null;
    }

    /** Who bought the flowers knows the shop: it is theirs to follow them. */
    @Override
    public @Nullable String preferredAssignee(String task, String orderNo) {
        return task.equals("Task_FollowDelivery") ? processes.currentStaff() : null;
    }

    /** When the shop delivers; the customer's slot while no shop said so. */
    @Override
    public Instant promisedAt(String orderNo) {
        var order = flowerOrders.get(orderNo);
        var expected = order.estimatedDeliveryAt();
        return expected == null ? order.deliverySlot() : expected;
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy("flowerOrderProcess.recordShopContact", "flowerOrderProcess.complete")
                .orBy("refund.open", "RefundProcess");
    }

    @Override
    public Set<String> messages() {
        return Set.of(DeliveryConfirmed.class.getSimpleName(), "OrderRefunded");
    }

    @Override
    public @Nullable String endVeto(String orderNo) {
        return openOrders.whyOpen(orderNo);
    }

    @EventListener
    void on(DeliveryConfirmed confirmed) {
        processes.correlate(confirmed.orderNo(), confirmed);
    }

    /** What the forms show. */
    @ModelAction
    public TaskFormData card(String orderNo) {
        return processes.card(this, orderNo);
    }

    /** The order in a line, for the list of tasks. */
    @ModelAction
    public String summary(String orderNo) {
        return cards.summary(orderNo);
    }

    @Override
    public Object cardContent(String orderNo) {
        return cards.of(orderNo);
    }

    /** As below, in diagrams of before the question about the amount: their form cannot answer it. */
    @ModelAction
    public void recordShopContact(
            String orderNo,
            @Nullable Object shopName,
            @Nullable Object shopPhone,
            @Nullable Object estimatedDeliveryAt,
            @Nullable Object purchaseOrderNo,
            @Nullable Object purchaseCostYuan) {
        recordShopContact(orderNo, shopName, shopPhone, estimatedDeliveryAt, purchaseOrderNo, purchaseCostYuan, true);
    }

    /** Task_RecordShopContact. */
    @ModelAction
    public void recordShopContact(
            String orderNo,
            @Nullable Object shopName,
            @Nullable Object shopPhone,
            @Nullable Object estimatedDeliveryAt,
            @Nullable Object purchaseOrderNo,
            @Nullable Object purchaseCostYuan,
            @Nullable Object costConfirmed) {
        flowerOrders.accept(
                orderNo,
                ShopContact.entered(
                        shopName,
                        shopPhone,
                        estimatedDeliveryAt,
                        purchaseOrderNo,
                        purchaseCostYuan,
                        flowerOrders.get(orderNo).deliverySlot(),
                        clock.instant()),
                costConfirmed);
    }

    /** As below, in diagrams of before the question about the slot. */
    @ModelAction
    public void complete(String orderNo, @Nullable String deliveryNote) {
        complete(orderNo, deliveryNote, true);
    }

    /** Task_CompleteOrder. */
    @ModelAction
    public void complete(String orderNo, @Nullable String deliveryNote, @Nullable Object completeEarly) {
        flowerOrders.complete(orderNo, deliveryNote, completeEarly);
    }

    /** Task_RecordUndeliverable. */
    @ModelAction
    public void recordUndeliverable(String orderNo, @Nullable String undeliverableReason) {
        flowerOrders.undeliverable(orderNo, undeliverableReason);
    }
}
