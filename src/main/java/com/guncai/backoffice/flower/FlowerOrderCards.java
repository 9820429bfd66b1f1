package com.guncai.backoffice.flower;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.order.OrderRefunds;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.RepeatedOrders;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that a clerk needs to buy and follow the flowers, as texts ready to read and to copy. */
@Component
class FlowerOrderCards {
    private final Orders orders;
    private final FlowerOrderRepository flowerOrders;
    private final FlowerRepository flowers;
    private final OrderRefunds refunds;
    private final RepeatedOrders repeated;
    private final OrderNotes notes;
    private final Clock clock;
    private final Customers customers;

    FlowerOrderCards(
            Orders orders,
            FlowerOrderRepository flowerOrders,
            FlowerRepository flowers,
            OrderRefunds refunds,
            RepeatedOrders repeated,
            OrderNotes notes,
            Customers customers,
            Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.repeated = repeated;
        this.notes = notes;
        this.clock = clock;
        this.flowerOrders = flowerOrders;
        this.flowers = flowers;
        this.customers = customers;
    }

    @Transactional(readOnly = true)
    Card of(String orderNo) {
        var order = orders.get(orderNo);
        var flowerOrder = flowerOrders.findById(orderNo).orElseThrow();
        var flower = flowers.findById(flowerOrder.flowerId()).orElseThrow();
        var slot = BusinessTime.local(flowerOrder.deliverySlot());
        return new Card(
                orderNo,
                flowerOrder.flowerName(),
                flower.description(),
                flowerOrder.city(),
                flowerOrder.address(),
                flowerOrder.recipient(),
                flowerOrder.phone(),
                "%s %d:00–%d:00"
                        .formatted(
                                BusinessTime.dayText(flowerOrder.deliverySlot()), slot.getHour(), slot.getHour() + 1),
                text(flowerOrder.cardMessage()),
                Money.yuan(order.priceFen()),
                order.discountFen() == 0 ? "" : Money.yuan(order.discountFen()),
                Money.yuan(order.paidFen()),
                BusinessTime.text(order.createdAt()),
                text(customers.contact(order.customerId()).phone()),
                text(flowerOrder.shopName()),
                text(flowerOrder.shopPhone()),
                time(flowerOrder.estimatedDeliveryAt()),
                text(flowerOrder.purchaseOrderNo()),
                text(flowerOrder.undeliverableReason()),
                refunds.agreedInstead(orderNo),
                order.status().label(),
                warning(order),
                sameAs(order, flowerOrder),
                clock.instant().isBefore(flowerOrder.deliverySlot()) ? "还没到配送时段" : "",
                wishes(orderNo),
                PurchaseDefaults.of(flowerOrder, lastTo(flowerOrder), clock.instant()));
    }

    private @Nullable FlowerOrder lastTo(FlowerOrder order) {
        var address = order.addressDigest();
        return address == null
                ? null
                : flowerOrders
                        .findFirstByAddressDigestAndCityAndShopNameIsNotNullOrderByDeliverySlotDesc(
                                address, order.city())
                        .orElse(null);
    }

    /** What the customer wanted otherwise when a clerk was at it already. */
    private String wishes(String orderNo) {
        return notes.of(orderNo).stream()
                .filter(note -> note.who().equals(DeliveryChanges.CUSTOMER))
                .map(OrderNotes.Note::text)
                .collect(joining("；"));
    }

    /** The same flowers to the same phone. */
    private String sameAs(Order order, FlowerOrder flowerOrder) {
        return repeated.warning(order, numbers -> flowerOrders.findByOrderNoIn(numbers).stream()
                .filter(other -> other.flowerId().equals(flowerOrder.flowerId()))
                .filter(other -> other.phone().equals(flowerOrder.phone()))
                .map(FlowerOrder::orderNo));
    }

    /** Where to, when and what, without naming anybody: {@code 桂林 11月27日 10:00 红玫瑰 11 枝}. */
    @Transactional(readOnly = true)
    String summary(String orderNo) {
        var flowerOrder = flowerOrders.findById(orderNo).orElseThrow();
        return "%s %s %s"
                .formatted(flowerOrder.city(), BusinessTime.text(flowerOrder.deliverySlot()), flowerOrder.flowerName());
    }

    private static String warning(Order order) {
        if (!order.isUnderRefund()) {
            return "";
        }
        return order.status() == OrderStatus.PAID ? "用户已申请退款，请先勿下单，等候客服审核" : "用户已申请退款，等候客服审核";
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : BusinessTime.text(instant);
    }

    /**
     * Amounts as {@code ¥99.00}, times in Asia/Shanghai; what is not known is empty.
     *
     * @param repeated other orders of the customer for the same thing
     * @param wishes what the customer wants otherwise since a clerk has the task
     * @param early says that the slot is still ahead
     * @param warning what the clerk should know before going on
     * @param undeliverableReason why an earlier attempt failed
     * @param agreed what customer service agreed with the customer since
     * @param defaults what the form of the purchase begins with
     */
    record Card(
            String orderNo,
            String flower,
            String flowerDescription,
            String city,
            String address,
            String recipient,
            String phone,
            String slot,
            String cardMessage,
            String price,
            String discount,
            String paid,
            String placedAt,
            String customerPhone,
            String shopName,
            String shopPhone,
            String estimatedDeliveryAt,
            String purchaseOrderNo,
            String undeliverableReason,
            String agreed,
            String progress,
            String warning,
            String repeated,
            String early,
            String wishes,
            PurchaseDefaults defaults) {
        /** Shown by Task_PurchaseFlowers. */
        @JsonProperty
        TaskCard card() {
            return titled(city + " · " + slot)
                    .warn("上次送不了：", undeliverableReason)
                    .warn("客服和用户商定：", agreed)
                    .row("状态", CardText.strong(progress))
                    .row("鲜花", CardText.strong(flower), CardText.below(flowerDescription))
                    .row("送到", CardText.copy(city + " " + address))
                    .row("收花人", CardText.copy(recipient), CardText.copy(phone))
                    .row("配送时段", slot)
                    .row("贺卡", cardMessage.isEmpty() ? CardText.plain("不写贺卡") : CardText.copy(cardMessage))
                    .row(
                            "实付",
                            CardText.strong(paid),
                            CardText.plain(discount.isEmpty() ? "" : "（原价 " + price + "，优惠 " + discount + "）"))
                    .row("订单", placed());
        }

        /** Shown by Task_FollowDelivery. */
        @JsonProperty
        TaskCard deliveryCard() {
            return titled(shopName + " · 预计 " + estimatedDeliveryAt + " 送达")
                    .row("状态", CardText.strong(progress))
                    .row("花店", CardText.strong(shopName), CardText.copy(shopPhone))
                    .row("预计送达", estimatedDeliveryAt)
                    .row("美团订单号", CardText.copy(purchaseOrderNo))
                    .row("鲜花", CardText.strong(flower), CardText.below(flowerDescription))
                    .row("送到", city + " " + address)
                    .row("收花人", CardText.plain(recipient), CardText.copy(phone))
                    .row("配送时段", slot)
                    .row("贺卡", cardMessage.isEmpty() ? "不写贺卡" : cardMessage)
                    .row("订单", placed());
        }

        private TaskCard titled(String title) {
            return TaskCard.titled(title).stop(warning).warn("用户", wishes).warn("", repeated);
        }

        private CardText[] placed() {
            return new CardText[] {
                CardText.copy(orderNo), CardText.plain("下单于 " + placedAt), CardText.plain("下单人 " + customerPhone)
            };
        }

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
