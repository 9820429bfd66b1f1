package com.guncai.backoffice.topup;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderRefunds;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.RepeatedOrders;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that a clerk needs to top up a phone, as texts ready to read and to copy. */
@Component
class TopUpOrderCards {
    private final Orders orders;
    private final TopUpOrders topUpOrders;
    private final OrderRefunds refunds;
    private final TopUpOrderRepository table;
    private final RepeatedOrders repeated;
    private final Customers customers;

    TopUpOrderCards(
            Orders orders,
            TopUpOrders topUpOrders,
            OrderRefunds refunds,
            TopUpOrderRepository table,
            RepeatedOrders repeated,
            Customers customers) {
        this.orders = orders;
        this.topUpOrders = topUpOrders;
        this.refunds = refunds;
        this.table = table;
        this.repeated = repeated;
        this.customers = customers;
    }

    @Transactional(readOnly = true)
    Card of(String orderNo) {
        var order = orders.get(orderNo);
        var topUpOrder = topUpOrders.get(orderNo);
        var phone = topUpOrder.phone();
        return new Card(
                orderNo,
                grouped(phone),
                phone,
                Carrier.labelOf(phone),
                Money.yuan(topUpOrder.faceFen()),
                Money.yuan(order.paidFen()),
                BusinessTime.text(order.createdAt()),
                text(customers.contact(order.customerId()).phone()),
                order.isUnderRefund() ? "用户已申请退款，请先勿充值，等候客服审核" : "",
                text(topUpOrder.failureReason()),
                refunds.agreedInstead(orderNo),
                sameAs(order, topUpOrder));
    }

    /** The same amount for the same phone. */
    private String sameAs(Order order, TopUpOrder topUpOrder) {
        return repeated.warning(order, numbers -> table.findByOrderNoIn(numbers).stream()
                .filter(other -> other.phone().equals(topUpOrder.phone()))
                .filter(other -> other.faceFen() == topUpOrder.faceFen())
                .map(TopUpOrder::orderNo));
    }

    /** How much, at whose network, and the number masked: {@code ¥50.00 中国移动 138****0000}. */
    @Transactional(readOnly = true)
    String summary(String orderNo) {
        var topUpOrder = topUpOrders.get(orderNo);
        return "%s %s %s"
                .formatted(
                        Money.yuan(topUpOrder.faceFen()),
                        Carrier.labelOf(topUpOrder.phone()),
                        MobileNumber.masked(topUpOrder.phone()));
    }

    /** Three, four, four digits: as people read a number out. */
    static String grouped(String phone) {
        return phone.substring(0, 3) + " " + phone.substring(3, 7) + " " + phone.substring(7);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /**
     * Amounts as {@code ¥50.00}, times in Asia/Shanghai; what is not known is empty.
     *
     * @param phone in groups, to read
     * @param phoneDigits without blanks, to copy
     * @param warning why the clerk should not go on
     * @param failureReason why an earlier attempt failed
     * @param repeated other orders of the customer for the same thing
     * @param agreed what customer service agreed with the customer since
     */
    record Card(
            String orderNo,
            String phone,
            String phoneDigits,
            String carrier,
            String face,
            String paid,
            String placedAt,
            String customerPhone,
            String warning,
            String failureReason,
            String agreed,
            String repeated) {
        /** Shown by Task_TopUpPhone. */
        @JsonProperty
        TaskCard card() {
            return TaskCard.untitled()
                    .figure("充值号码", CardText.strong(phone))
                    .figure("充值面额", CardText.strong(face))
                    .stop(warning)
                    .warn("", repeated)
                    .warn("上次没充进去：", failureReason)
                    .warn("客服和用户商定：", agreed)
                    .row("复制号码", CardText.copy(phoneDigits))
                    .row("运营商", CardText.plain(carrier), CardText.below("按号段判断，携号转网的号码会不同，以支付宝显示的为准"))
                    .row("用户实付", paid)
                    .row("订单", CardText.copy(orderNo), CardText.plain("下单于 " + placedAt))
                    .row("下单人", customerPhone);
        }

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
