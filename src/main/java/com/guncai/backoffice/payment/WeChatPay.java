package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Prepay;
import java.util.Optional;

/**
 * WeChat Pay as this product uses it. Everything is asked by our own order number, so that asking again is safe. Each call
 * goes over the network and takes up to some seconds; none may be made while a row is locked.
 */
interface WeChatPay {

    /** Announces an order of which {@link Order#payableFen} is to be paid until {@link Order#payBefore}. */
    Outcome<Prepay> prepay(Order order, String openid);

    /** How the order stands. Refused with {@code ORDER_NOT_EXIST} when it was never announced. */
    Outcome<Transaction> query(String orderNo);

    /** Lets nobody pay the order any more. Refused with {@code ORDERPAID} when somebody did. */
    Outcome<String> close(String orderNo);

    /**
     * A notification of a payment, its signature checked and its content decrypted; empty when it is not WeChat Pay's.
     *
     * @throws IllegalStateException when it is WeChat Pay's and still cannot be read: our key is wrong, or the
     *     certificates could not be had
     */
    Optional<Notification<Transaction>> notification(NotificationHeaders headers, String body);

    /**
     * Asks for money to go back to who paid. Repeating it with the same refund number changes nothing. Refused with {@code
     * NOT_ENOUGH} while the merchant's balance does not suffice.
     *
     * @param transactionId WeChat Pay's number of the payment
     */
    Outcome<RefundResult> refund(RefundInstruction refund, String transactionId);

    /** How a refund stands. Refused with {@code RESOURCE_NOT_EXISTS} when it was never asked for. */
    Outcome<RefundResult> refundOf(String refundNo);

    /** As {@link #notification}, of a refund. */
    Optional<Notification<RefundResult>> refundNotification(NotificationHeaders headers, String body);

    /** @param id the same on each repetition */
    record Notification<T>(String id, T content) {}
}
