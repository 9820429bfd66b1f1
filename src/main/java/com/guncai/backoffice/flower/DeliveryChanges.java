package com.guncai.backoffice.flower;

import static com.guncai.backoffice.flower.FlowerService.FLOWER;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.notification.Notifications;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CaseChanged;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets customers change where, to whom and when flowers go until a clerk takes the task, and afterwards tells staff what they
 * want. The order's row decides: whoever changes the delivery and whoever claims the task locks it first.
 */
@Service
@Transactional
class DeliveryChanges {
    /** Whose note it is. */
    static final String CUSTOMER = "用户";

    private static final List<String> DESKS = List.of("flower-desk", "customer-service");

    private final Orders orders;
    private final FlowerOrders flowerOrders;
    private final FlowerOrderCards cards;
    private final DeliveryArea deliveryArea;
    private final OrderNotes notes;
    private final Notifications notifications;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    DeliveryChanges(
            Orders orders,
            FlowerOrders flowerOrders,
            FlowerOrderCards cards,
            DeliveryArea deliveryArea,
            OrderNotes notes,
            Notifications notifications,
            Processes processes,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.flowerOrders = flowerOrders;
        this.cards = cards;
        this.deliveryArea = deliveryArea;
        this.notes = notes;
        this.notifications = notifications;
        this.processes = processes;
        this.events = events;
    }

    /**
     * @return whether the delivery was changed; if not, a clerk is at it and staff were told what the customer wants
     * @throws ProblemException {@code ORDER_NOT_FOUND}, {@code ORDER_STATE} while it is unpaid and once it has ended, {@code
     *     DELIVERY_CHANGE_EMPTY}, and as {@link DeliveryArea} refuses
     */
    boolean change(CurrentCustomer customer, String orderNo, DeliveryChangeRequest change) {
        var order = orders.owned(customer, orderNo);
        if (!order.service().equals(FLOWER) || !order.status().isOpen()) {
            throw ProblemException.conflict(
                    ProblemCode.ORDER_STATE, "订单当前状态（" + order.status().label() + "）不能修改配送信息");
        }
        check(change);
        if (order.status() == OrderStatus.PAID
                && !processes.claimed(List.of(orderNo)).contains(orderNo)) {
            apply(order, change);
            return true;
        }
        tellStaff(orderNo, "想改配送信息：" + change.text());
        return false;
    }

    private void check(DeliveryChangeRequest change) {
        if (change.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.DELIVERY_CHANGE_EMPTY, "请填写要修改的配送信息");
        }
        var city = change.or(change.city(), "");
        if (!city.isEmpty()) {
            deliveryArea.check(city);
        }
        var slot = change.deliverySlot();
        if (slot != null) {
            deliveryArea.check(slot.toInstant());
        }
    }

    private void apply(Order order, DeliveryChangeRequest change) {
        flowerOrders.get(order.orderNo()).redirected(change);
        var slot = change.deliverySlot();
        orders.note(
                order.orderNo(), slot == null ? "您已修改配送信息" : "您已修改配送信息，配送时段 " + BusinessTime.text(slot.toInstant()));
        events.publishEvent(new CaseChanged(order.orderNo(), cards.summary(order.orderNo())));
    }

    /** The same wish is told once. */
    private void tellStaff(String orderNo, String wish) {
        if (notes.of(orderNo).stream().anyMatch(note -> note.text().equals(wish))) {
            return;
        }
        notes.add(orderNo, wish, CUSTOMER);
        DESKS.forEach(desk -> notifications.tellDesk(orderNo, desk, "DESK_DELIVERY_CHANGE_WANTED"));
    }
}
