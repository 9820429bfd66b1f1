package com.guncai.backoffice.sandbox.wechatpay;

import static com.guncai.backoffice.sandbox.wechatpay.PayRefund.Status.CLOSED;

import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What WeChat Pay believes of the merchant's orders and refunds, and the rules it keeps. Amounts in fen. */
public final class PayLedger {
    private static final int MOST_REFUNDS = 50;
    private static final Duration REFUNDABLE = Duration.ofDays(365);

    private final Clock clock;
    private final Map<String, PayOrder> orders = new LinkedHashMap<>();
    private final Map<String, PayRefund> refunds = new LinkedHashMap<>();
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() % 1_000_000_000L);

    PayLedger(Clock clock) {
        this.clock = clock;
    }

    /** Opens an order for payment; the same one again is answered again. */
    synchronized PayOrder prepay(PayOrder draft) {
        var known = current(draft.orderNo());
        if (known == null) {
            orders.put(draft.orderNo(), draft);
            return draft;
        }
        if (known.paid()) throw new PayError("ORDERPAID", "该订单已支付");
        if (known.tradeState() == PayOrder.State.CLOSED) throw new PayError("ORDER_CLOSED", "该订单已关闭");
        if (known.totalFen() != draft.totalFen() || !known.openid().equals(draft.openid()))
            throw new PayError("OUT_TRADE_NO_USED", "商户订单号重复");
        return known;
    }

    public synchronized PayOrder order(String orderNo) {
        return find(orderNo).orElseThrow(() -> new PayError("ORDER_NOT_EXIST", "订单不存在"));
    }

    public synchronized Optional<PayOrder> find(String orderNo) {
        return Optional.ofNullable(current(orderNo));
    }

    public synchronized Optional<PayOrder> byTransaction(String transactionId) {
        return orders.values().stream()
                .filter(order -> transactionId.equals(order.transactionId()))
                .findFirst();
    }

    synchronized void close(String orderNo) {
        var order = order(orderNo);
        if (order.paid()) throw new PayError("ORDERPAID", "该订单已支付");
        if (order.tradeState() == PayOrder.State.CLOSED) throw new PayError("ORDER_CLOSED", "该订单已关闭");
        orders.put(orderNo, order.is(PayOrder.State.CLOSED));
    }

    /**
     * The customer pays. A paid order stays as it is.
     *
     * @param evenIfClosed the customer was quicker than the merchant's closing of the order
     */
    public synchronized PayOrder pay(String orderNo, boolean evenIfClosed) {
        var order = order(orderNo);
        if (order.paid()) return order;
        if (order.tradeState() == PayOrder.State.CLOSED && !evenIfClosed) throw new PayError("ORDER_CLOSED", "该订单已关闭");
        var paid =
                order.paidAt(clock.instant(), number("4200"), UUID.randomUUID().toString());
        orders.put(orderNo, paid);
        return paid;
    }

    /** The order as it would be if it were paid now; the ledger does not change. */
    public synchronized PayOrder asIfPaid(String orderNo) {
        var order = order(orderNo);
        return order.paid()
                ? order
                : order.paidAt(
                        clock.instant(), number("4200"), UUID.randomUUID().toString());
    }

    synchronized PayRefund refund(PayRefund draft) {
        var known = refunds.get(draft.outRefundNo());
        if (known != null) {
            if (known.refundFen() != draft.refundFen() || !known.orderNo().equals(draft.orderNo()))
                throw new PayError("INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试");
            return known;
        }
        var order = find(draft.orderNo()).orElseThrow(() -> new PayError("RESOURCE_NOT_EXISTS", "订单不存在"));
        if (!order.paid() || order.successTime() == null) throw new PayError("INVALID_REQUEST", "订单未支付");
        if (order.totalFen() != draft.totalFen()) throw new PayError("INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试");
        if (order.successTime().plus(REFUNDABLE).isBefore(clock.instant()))
            throw new PayError("INVALID_REQUEST", "订单已超过可退款的最大期限");
        var before = refundsOf(draft.orderNo()).stream()
                .filter(refund -> refund.status() != CLOSED)
                .toList();
        if (before.size() >= MOST_REFUNDS) throw new PayError("INVALID_REQUEST", "退款次数超过限制");
        if (before.stream().mapToLong(PayRefund::refundFen).sum() + draft.refundFen() > order.totalFen())
            throw new PayError("INVALID_REQUEST", "申请退款金额超过订单可退金额");
        refunds.put(draft.outRefundNo(), draft);
        return draft;
    }

    public synchronized PayRefund refund(String outRefundNo) {
        var refund = refunds.get(outRefundNo);
        if (refund == null) throw new PayError("RESOURCE_NOT_EXISTS", "退款单不存在");
        return refund;
    }

    /** Ends a refund that is still open. An abnormal one may still succeed or be closed. */
    synchronized PayRefund settle(String outRefundNo, PayRefund.Status status) {
        var refund = refund(outRefundNo);
        if (refund.status() == PayRefund.Status.SUCCESS || refund.status() == CLOSED) return refund;
        var settled = refund.is(status, clock.instant());
        refunds.put(outRefundNo, settled);
        if (status == PayRefund.Status.SUCCESS)
            orders.computeIfPresent(refund.orderNo(), (no, order) -> order.is(PayOrder.State.REFUND));
        return settled;
    }

    /** The refund as it would be if it ended so now; the ledger does not change. */
    synchronized PayRefund asIf(String outRefundNo, PayRefund.Status status) {
        return refund(outRefundNo).is(status, clock.instant());
    }

    /** Oldest first. */
    public synchronized List<PayOrder> orders() {
        return orders.keySet().stream().map(this::order).toList();
    }

    /** Oldest first. */
    public synchronized List<PayRefund> refunds() {
        return new ArrayList<>(refunds.values());
    }

    synchronized List<PayRefund> refundsOf(String orderNo) {
        return refunds.values().stream()
                .filter(refund -> refund.orderNo().equals(orderNo))
                .toList();
    }

    synchronized void restore(List<PayOrder> savedOrders, List<PayRefund> savedRefunds) {
        savedOrders.forEach(order -> orders.put(order.orderNo(), order));
        savedRefunds.forEach(refund -> refunds.put(refund.outRefundNo(), refund));
    }

    /** A number as WeChat Pay makes them: prefix, day, running number; 28 digits. */
    String number(String prefix) {
        var day = DateTimeFormatter.BASIC_ISO_DATE.format(
                clock.instant().atZone(SandboxClock.ZONE).toLocalDate());
        var head = prefix + day;
        return head + String.format("%0" + (28 - head.length()) + "d", sequence.incrementAndGet());
    }

    private @Nullable PayOrder current(String orderNo) {
        var order = orders.get(orderNo);
        if (order == null || order.tradeState() != PayOrder.State.NOTPAY || order.expiresAt() == null) return order;
        if (order.expiresAt().isAfter(clock.instant())) return order;
        var expired = order.is(PayOrder.State.CLOSED);
        orders.put(orderNo, expired);
        return expired;
    }
}
