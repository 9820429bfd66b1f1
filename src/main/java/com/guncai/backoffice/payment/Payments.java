package com.guncai.backoffice.payment;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Prepay;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.NonRetryableException;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings orders and WeChat Pay together: asks first, locks then, so that no row is locked over the network. */
@Service
class Payments {
    private final WeChatPay weChatPay;
    private final ShippingUpload shippingUpload;
    private final PaymentRecords records;
    private final PaymentAlarms alarms;
    private final Orders orders;
    private final Customers customers;
    private final Clock clock;

    Payments(
            WeChatPay weChatPay,
            ShippingUpload shippingUpload,
            PaymentRecords records,
            PaymentAlarms alarms,
            Orders orders,
            Customers customers,
            Clock clock) {
        this.weChatPay = weChatPay;
        this.shippingUpload = shippingUpload;
        this.records = records;
        this.alarms = alarms;
        this.orders = orders;
        this.customers = customers;
        this.clock = clock;
    }

    /** As {@link #prepay(Order)}, for the customer's own order. */
    @Transactional(propagation = Propagation.NEVER)
    public @Nullable Prepay prepay(CurrentCustomer customer, String orderNo) {
        return prepay(orders.get(customer, orderNo));
    }

    /**
     * What lets the customer pay; asking again answers the same.
     *
     * @return {@code null} when WeChat Pay could not be reached
     * @throws ProblemException {@code ORDER_STATE} when the order no longer waits for its payment, {@code PAYMENT_REFUSED} when
     *     WeChat Pay will not have it
     */
    @Transactional(propagation = Propagation.NEVER)
    public @Nullable Prepay prepay(Order order) {
        if (!PayableOrders.isPayable(order, BusinessTime.now(clock))) {
            throw ProblemException.conflict(ProblemCode.ORDER_STATE, "订单已不在待支付状态，请刷新查看");
        }
        var earlier = records.prepay(order.orderNo());
        return earlier.isPresent() ? earlier.get() : firstPrepay(order);
    }

    /** As {@link #prepay(Order)}, for an order that was placed just now. */
    @Transactional(propagation = Propagation.NEVER)
    @Nullable
    Prepay firstPrepay(Order order) {
        var orderNo = order.orderNo();
        var openid = customers.contact(order.customerId()).openid();
        var outcome = weChatPay.prepay(order, openid);
        if (outcome instanceof Outcome.Done<Prepay> done) {
            return announced(orderNo, done.value());
        }
        if (outcome instanceof Outcome.Refused<Prepay> refused) {
            throw refused(orderNo, refused);
        }
        return null;
    }

    private Prepay announced(String orderNo, Prepay prepay) {
        try {
            records.announce(orderNo, prepay);
            return prepay;
        } catch (DataIntegrityViolationException another) {
            return records.announced(orderNo, prepay);
        }
    }

    private ProblemException refused(String orderNo, Outcome.Refused<?> refused) {
        if (refused.is("ORDERPAID")) {
            synchronise(orderNo);
            return ProblemException.conflict(ProblemCode.ORDER_STATE, "订单已支付，请刷新查看");
        }
        if (refused.is("ORDERCLOSED")) {
            return ProblemException.conflict(ProblemCode.ORDER_STATE, "订单已关闭，请重新下单");
        }
        return new ProblemException(HttpStatus.BAD_GATEWAY, ProblemCode.PAYMENT_REFUSED, "微信支付未受理该订单，请联系客服");
    }

    /** Asks WeChat Pay whether the order was paid, in case its notification got lost, and records it. */
    void synchronise(String orderNo) {
        if (records.transactionOf(orderNo).isPresent()) {
            return;
        }
        if (weChatPay.query(orderNo) instanceof Outcome.Done<Transaction> done
                && done.value().standing() == Transaction.Standing.PAID) {
            record(orderNo, done.value());
        }
    }

    /**
     * Lets nobody pay the order any more, unless somebody just did.
     *
     * @return whether the order goes on as {@code PAID}
     * @throws NonRetryableException when people have to look
     * @throws IllegalStateException when WeChat Pay could not say; to be tried again
     */
    boolean close(String orderNo) {
        if (records.transactionOf(orderNo).isEmpty()) {
            closeAtWeChatPay(orderNo);
        }
        return orders.get(orderNo).status() == OrderStatus.PAID;
    }

    private void closeAtWeChatPay(String orderNo) {
        var found = weChatPay.query(orderNo);
        if (found instanceof Outcome.Refused<Transaction> refused && refused.is("ORDER_NOT_EXIST")) {
            return;
        }
        var transaction = answer("查询付款", orderNo, found);
        switch (transaction.standing()) {
            case ENDED -> {}
            case PAID -> recordAgreed(orderNo, transaction);
            case OPEN -> closeOpen(orderNo);
            case REFUNDED -> throw new NonRetryableException("微信显示已退款，但没有付款记录，订单 " + orderNo);
        }
    }

    private void closeOpen(String orderNo) {
        var closed = weChatPay.close(orderNo);
        if (closed instanceof Outcome.Refused<String> refused) {
            if (refused.is("ORDERPAID")) {
                recordAgreed(orderNo, answer("查询付款", orderNo, weChatPay.query(orderNo)));
                return;
            }
            if (refused.is("ORDERCLOSED") || refused.is("ORDER_NOT_EXIST")) {
                return;
            }
        }
        answer("关闭支付单", orderNo, closed);
    }

    private void recordAgreed(String orderNo, Transaction transaction) {
        var result = record(orderNo, transaction);
        if (result.kind() == NotificationResult.Kind.MISMATCHED) {
            throw new NonRetryableException("已付款，但与订单不符（%s），订单 %s".formatted(result.reason(), orderNo));
        }
    }

    private NotificationResult record(String orderNo, Transaction transaction) {
        var result = records.record(orderNo, transaction, null);
        alarms.on(PaymentNotificationHandler.NAME, result, orderNo);
        return result;
    }

    /**
     * Tells WeChat that a paid order is delivered, once.
     *
     * @throws NonRetryableException when it refuses for good
     * @throws IllegalStateException when it could not say, or does not know the payment yet; to be tried again
     */
    void uploadShipping(String orderNo) {
        if (records.isShipped(orderNo)) {
            return;
        }
        var transactionId =
                records.transactionOf(orderNo).orElseThrow(() -> new NonRetryableException("没有付款记录，订单 " + orderNo));
        var order = orders.get(orderNo);
        var openid = customers.contact(order.customerId()).openid();
        var shipping = new Shipping(orderNo, transactionId, order.service(), openid, BusinessTime.now(clock));
        answer("上传发货信息", orderNo, shippingUpload.upload(shipping));
        records.shipped(orderNo);
    }

    private static <T> T answer(String what, String orderNo, Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw new NonRetryableException("微信拒绝%s（%s），订单 %s".formatted(what, refused.code(), orderNo));
        }
        throw new IllegalStateException("微信没有应答%s，稍后再试，订单 %s".formatted(what, orderNo));
    }
}
