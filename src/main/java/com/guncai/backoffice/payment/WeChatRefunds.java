package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.FinalFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** WeChat Pay's refunds, for the module that decides on them. Calls go over the network: lock no row around them. */
@Component
public class WeChatRefunds {
    /** Where WeChat Pay sends the notices of refunds, below the public address. */
    public static final String NOTICE_PATH = "/api/v1/callbacks/wechat-pay/refunds";

    private static final String NAME = "refund";

    private final WeChatPay weChatPay;
    private final PaymentRecords payments;
    private final NoticeDoor door;
    private final NoticeLog log;
    private final PaymentAlarms alarms;
    private final WeChatPayProperties properties;

    WeChatRefunds(
            WeChatPay weChatPay,
            PaymentRecords payments,
            NoticeDoor door,
            NoticeLog log,
            PaymentAlarms alarms,
            WeChatPayProperties properties) {
        this.weChatPay = weChatPay;
        this.payments = payments;
        this.door = door;
        this.log = log;
        this.alarms = alarms;
        this.properties = properties;
    }

    /** How a refund stands. Refused with {@code RESOURCE_NOT_EXISTS} when it was never asked for. */
    public Outcome<RefundReport> query(String refundNo) {
        return weChatPay.refundOf(refundNo);
    }

    /**
     * Asks for a refund to who paid; asking again with the same number changes nothing.
     *
     * @throws FinalFailure when no payment of the order is recorded
     */
    public Outcome<RefundReport> request(RefundOrder refund) {
        return weChatPay.refund(refund, transaction(refund));
    }

    /**
     * What a report says that was not agreed.
     *
     * @return {@code null} when all is as agreed
     */
    public @Nullable String mismatch(RefundReport report, RefundOrder agreed) {
        return report.mismatch(agreed, transaction(agreed), properties.merchantId());
    }

    /** Counts what came of an answer to a call of ours, and says aloud when people have to look. */
    public void answered(RefundOrder refund, Verdict verdict) {
        alarms.on(NAME, verdict, refund.orderNo());
    }

    /**
     * Receives a notice: judged, recorded and answered as those of payments are.
     *
     * @param book takes what a genuine notice says that is not known yet, in the transaction in which the notice is
     *     recorded, with the order's row locked
     */
    public ResponseEntity<Object> receive(HttpServletRequest request, Book book) throws IOException {
        return door.receive(request, new Notices(book));
    }

    private String transaction(RefundOrder refund) {
        return payments.transactionOf(refund.orderNo())
                .orElseThrow(() -> new FinalFailure("没有付款记录，订单 " + refund.orderNo()));
    }

    /** Where a report of WeChat Pay is recorded. */
    public interface Book {
        /** @throws com.guncai.backoffice.shared.Problem not found, when it is no refund of ours */
        Verdict record(RefundReport report);
    }

    private class Notices implements NoticeSubject<RefundReport> {
        private final Book book;

        Notices(Book book) {
            this.book = book;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Optional<WeChatPay.Notice<RefundReport>> opened(NoticeHeaders headers, String body) {
            return weChatPay.refundNotice(headers, body);
        }

        @Override
        public @Nullable String orderNo(RefundReport report) {
            return report.orderNo();
        }

        @Override
        public Verdict record(String orderNo, RefundReport report, String noticeId) {
            return log.once(orderNo, noticeId, () -> book.record(report));
        }
    }
}
