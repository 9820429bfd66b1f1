package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.NonRetryableException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** WeChat Pay's refunds, for the module that decides on them. Calls go over the network: lock no row around them. */
@Component
public class WeChatRefunds {
    /** Where WeChat Pay sends the notifications of refunds, below the public address. */
    public static final String NOTIFICATION_PATH = "/api/v1/callbacks/wechat-pay/refunds";

    private static final String NAME = "refund";

    private final WeChatPay weChatPay;
    private final PaymentRecords payments;
    private final NotificationEndpoint endpoint;
    private final NotificationLog log;
    private final PaymentAlarms alarms;
    private final WeChatPayProperties properties;

    WeChatRefunds(
            WeChatPay weChatPay,
            PaymentRecords payments,
            NotificationEndpoint endpoint,
            NotificationLog log,
            PaymentAlarms alarms,
            WeChatPayProperties properties) {
        this.weChatPay = weChatPay;
        this.payments = payments;
        this.endpoint = endpoint;
        this.log = log;
        this.alarms = alarms;
        this.properties = properties;
    }

    /** How a refund stands. Refused with {@code RESOURCE_NOT_EXISTS} when it was never asked for. */
    public Outcome<RefundResult> query(String refundNo) {
        return weChatPay.refundOf(refundNo);
    }

    /**
     * Asks for a refund to who paid; asking again with the same number changes nothing.
     *
     * @throws NonRetryableException when no payment of the order is recorded
     */
    public Outcome<RefundResult> request(RefundInstruction refund) {
        return weChatPay.refund(refund, transaction(refund));
    }

    /**
     * What a report says that was not agreed.
     *
     * @return {@code null} when all is as agreed
     */
    public @Nullable String mismatch(RefundResult report, RefundInstruction agreed) {
        return report.mismatch(agreed, transaction(agreed), properties.merchantId());
    }

    /** Counts what came of an answer to a call of ours, and says aloud when people have to look. */
    public void answered(RefundInstruction refund, NotificationResult result) {
        alarms.on(NAME, result, refund.orderNo());
    }

    /**
     * Receives a notification: judged, recorded and answered as those of payments are.
     *
     * @param book takes what a genuine notification says that is not known yet, in the transaction in which the notification is
     *     recorded, with the order's row locked
     */
    public ResponseEntity<Object> receive(HttpServletRequest request, Book book) throws IOException {
        return endpoint.receive(request, new Notifications(book));
    }

    private String transaction(RefundInstruction refund) {
        return payments.transactionOf(refund.orderNo())
                .orElseThrow(() -> new NonRetryableException("没有付款记录，订单 " + refund.orderNo()));
    }

    /** Where a report of WeChat Pay is recorded. */
    public interface Book {
        /** @throws com.guncai.backoffice.shared.ProblemException not found, when it is no refund of ours */
        NotificationResult record(RefundResult report);
    }

    private class Notifications implements NotificationHandler<RefundResult> {
        private final Book book;

        Notifications(Book book) {
            this.book = book;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Optional<WeChatPay.Notification<RefundResult>> opened(NotificationHeaders headers, String body) {
            return weChatPay.refundNotification(headers, body);
        }

        @Override
        public @Nullable String orderNo(RefundResult report) {
            return report.orderNo();
        }

        @Override
        public NotificationResult record(String orderNo, RefundResult report, String notificationId) {
            return log.once(orderNo, notificationId, () -> book.record(report));
        }
    }
}
