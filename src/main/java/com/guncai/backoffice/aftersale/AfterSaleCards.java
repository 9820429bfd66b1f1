package com.guncai.backoffice.aftersale;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customer service needs to answer, as texts ready to read. */
@Component
class AfterSaleCards {
    private final AfterSales afterSales;
    private final AfterSalePictures pictures;
    private final AfterSaleRepository table;
    private final Orders orders;
    private final OrderViews views;
    private final Customers customers;

    AfterSaleCards(
            AfterSales afterSales,
            AfterSalePictures pictures,
            AfterSaleRepository table,
            Orders orders,
            OrderViews views,
            Customers customers) {
        this.afterSales = afterSales;
        this.pictures = pictures;
        this.table = table;
        this.orders = orders;
        this.views = views;
        this.customers = customers;
    }

    @Transactional(readOnly = true)
    Card of(String afterSaleNo) {
        var afterSale = afterSales.get(afterSaleNo);
        var orderNo = afterSale.orderNo();
        var order = orderNo == null ? null : orders.get(orderNo);
        var summary = order == null ? null : views.summary(order);
        return new Card(
                text(afterSale.topic()),
                afterSale.origin().label() + "，" + BusinessTime.text(afterSale.openedAt()),
                text(afterSale.text()),
                IntStream.range(0, pictures.of(afterSaleNo).size())
                        .mapToObj(i -> new Photo("/staff/after-sales/" + afterSaleNo + "/" + i))
                        .toList(),
                order == null
                        ? ""
                        : order.service().label() + " " + orderNo + " "
                                + order.status().label(),
                summary == null ? "" : summary.ordered(),
                summary == null ? "" : summary.purchase(),
                order == null ? "" : money(order),
                order == null ? "" : text(customers.contact(order.customerId()).phone()),
                afterSale.origin() == AfterSaleOrigin.COMPLAINT ? "微信投诉：24 小时内首次答复，72 小时内办结。答复会发给微信，用户在微信里看到" : "",
                orderNo == null && afterSale.text() != null ? "投诉里的订单号不是我们的订单，请核对后答复" : "",
                orderNo == null ? "" : earlier(afterSaleNo, orderNo));
    }

    private static String money(Order order) {
        return "实付 " + Money.yuan(order.paidFen()) + "，还可退 " + Money.yuan(order.refundableFen());
    }

    private String earlier(String afterSaleNo, String orderNo) {
        return table.findByOrderNoInOrderByOpenedAt(List.of(orderNo)).stream()
                .filter(other -> !other.afterSaleNo().equals(afterSaleNo) && other.outcome() != null)
                .map(other -> BusinessTime.text(other.openedAt()) + " " + text(other.topic()) + "："
                        + Objects.requireNonNull(other.outcome()).label())
                .collect(joining("；"));
    }

    /** What about and whose: {@code 鲜花不新鲜 鲜花配送 微信投诉}; nothing that a person wrote freely. */
    @Transactional(readOnly = true)
    String summary(String afterSaleNo) {
        var afterSale = afterSales.get(afterSaleNo);
        var orderNo = afterSale.orderNo();
        var service = orderNo == null ? "" : " " + orders.get(orderNo).service().label();
        return text(afterSale.topic()) + service + " " + afterSale.origin().label();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** What is not known is empty. */
    record Card(
            String topic,
            String opened,
            String text,
            List<Photo> photos,
            String order,
            String ordered,
            String purchase,
            String money,
            String customerPhone,
            String rule,
            String unknown,
            String earlier) {
        /** Shown by Task_AnswerCustomer. */
        @JsonProperty
        TaskCard card() {
            var card = TaskCard.titled("售后 · " + topic)
                    .stop(unknown)
                    .warn(rule)
                    .row("问题", CardText.strong(text))
                    .row("提出", opened)
                    .row("用户", CardText.strong(customerPhone))
                    .row("订单", order)
                    .row("买了什么", ordered)
                    .row("采购", purchase)
                    .row("货款", money)
                    .row("以前的售后", earlier);
            photos.forEach(photo -> card.picture(
                    new TaskCard.Picture(photo.picture(), photo.picture() + "/thumbnail", "用户上传的图片", "点击看大图")));
            return card;
        }

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record Photo(String picture) {}
}
