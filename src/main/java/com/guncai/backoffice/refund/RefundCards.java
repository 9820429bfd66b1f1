package com.guncai.backoffice.refund;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that customer service and finance need to decide on a refund and to carry it out, as texts ready to read. */
@Component
class RefundCards {
    private final Refunds refunds;
    private final RefundRepository table;
    private final Orders orders;
    private final OrderViews views;
    private final Customers customers;
    private final Processes processes;

    RefundCards(
            Refunds refunds,
            RefundRepository table,
            Orders orders,
            OrderViews views,
            Customers customers,
            Processes processes) {
        this.refunds = refunds;
        this.table = table;
        this.orders = orders;
        this.views = views;
        this.customers = customers;
        this.processes = processes;
    }

    @Transactional(readOnly = true)
    Card of(String refundNo) {
        var refund = refunds.get(refundNo);
        var order = orders.get(refund.orderNo());
        var summary = views.summary(order);
        var refundFen = Objects.requireNonNullElse(refund.refundFen(), order.refundableFen());
        return new Card(
                refundNo,
                order.orderNo(),
                order.service().label(),
                summary.ordered(),
                summary.purchase().isEmpty() ? notBought(order.orderNo()) : summary.purchase(),
                order.status().label(),
                Money.yuan(order.paidFen()),
                Money.yuan(order.refundableFen()),
                Money.yuan(Refunds.asked(refund, order)),
                Refunds.isOver(order) ? "已办完" : "",
                earlier(order.orderNo(), refundNo),
                Money.yuan(refundFen),
                refund.reason(),
                refund.origin().label(),
                BusinessTime.text(refund.requestedAt()),
                phone(refundNo, order.customerId()),
                views.of(order).timeline().stream().map(RefundCards::line).collect(joining("；")),
                text(refund.decisionNote()),
                failure(refund.failure()));
    }

    /** Customer service calls to decide, finance to transfer by hand; until then neither it nor anybody else needs it. */
    private String phone(String refundNo, long customerId) {
        var reader = processes.currentStaff();
        return reader == null || processes.isAtHand(refundNo)
                ? text(customers.contact(customerId).phone())
                : "轮到您处理时显示";
    }

    /** A clerk who is at it may have paid the shop a minute ago, and an approved refund takes the task away. */
    private String notBought(String orderNo) {
        var clerk = processes.claimedBy(orderNo);
        return "还没有采购记录" + (clerk == null ? "" : "。任务已由 " + clerk + " 认领，可能正在采购，请先问一声");
    }

    /** Of what, how much at the most, and who asks: {@code 鲜花配送 ¥150.00 用户申请}. */
    @Transactional(readOnly = true)
    String summary(String refundNo) {
        var refund = refunds.get(refundNo);
        var order = orders.get(refund.orderNo());
        var fen = Objects.requireNonNullElse(refund.refundFen(), Refunds.asked(refund, order));
        return "%s %s %s"
                .formatted(
                        order.service().label(),
                        Money.yuan(fen),
                        refund.origin().label());
    }

    private String earlier(String orderNo, String refundNo) {
        return table.findByOrderNoInOrderByRequestedAt(List.of(orderNo)).stream()
                .filter(other -> !other.refundNo().equals(refundNo) && other.status() == RefundStatus.REFUNDED)
                .map(other -> Money.yuan(other.agreedFen()) + "（" + BusinessTime.text(other.changedAt()) + "）")
                .collect(joining("、"));
    }

    private static String line(OrderView.Line line) {
        return BusinessTime.text(line.at().toInstant()) + " " + line.text();
    }

    private static String failure(@Nullable String code) {
        return switch (text(code).replace("_", "")) {
            case "" -> "";
            case "NOTENOUGH" -> "商户号余额不足，已等候超过时限";
            case "USERACCOUNTABNORMAL" -> "用户的微信账户异常或已注销";
            case "ABNORMAL" -> "退款异常，例如用户的银行卡已注销";
            case "CLOSED" -> "微信已关闭这笔退款";
            default -> "微信拒绝退款（" + code + "）。转账之前请先到微信商户平台核对，确认没有退过";
        };
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /**
     * Amounts as {@code ¥99.00}, times in Asia/Shanghai; what is not known is empty.
     *
     * @param asked what goes back when customer service enters no sum
     * @param over that nobody works at the order any more; empty while somebody does
     * @param earlier what went back before; empty when nothing did
     * @param refund what goes back; while nothing is decided, what is asked for
     */
    record Card(
            String refundNo,
            String orderNo,
            String service,
            String what,
            String purchase,
            String progress,
            String paid,
            String refundable,
            String asked,
            String over,
            String earlier,
            String refund,
            String reason,
            String askedBy,
            String askedAt,
            String customerPhone,
            String history,
            String decisionNote,
            String failure) {
        /** Shown by Task_DecideRefund. */
        @JsonProperty
        TaskCard card() {
            return TaskCard.titled("退单 · " + service + " " + refundable)
                    .row("用户", CardText.strong(customerPhone))
                    .row("订单", order())
                    .row("买了什么", what)
                    .row("采购", CardText.strong(purchase))
                    .row("实付", paid)
                    .row("已退过", earlier)
                    .row("还可退", CardText.strong(refundable))
                    .row("申请退", asked.equals(refundable) ? "" : asked)
                    .row("退单原因", why())
                    .row("经过", history);
        }

        /** Shown by Task_RefundByHand. */
        @JsonProperty
        TaskCard byHandCard() {
            return TaskCard.titled("人工退款 " + refund)
                    .row("应退", CardText.strong(refund))
                    .row("微信答复", failure)
                    .row("用户", CardText.strong(customerPhone))
                    .row("订单", order())
                    .row("买了什么", what)
                    .row("实付", paid)
                    .row("退单原因", why())
                    .row("商定的结果", decisionNote);
        }

        private CardText[] order() {
            return new CardText[] {CardText.plain(service), CardText.plain(orderNo), CardText.plain(progress)};
        }

        private String why() {
            return reason + "（" + askedBy + "，" + askedAt + "）";
        }

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
