package com.guncai.backoffice.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices that an order was paid. */
@Component
class PaymentNotices implements NoticeSubject<Trade> {
    static final String NAME = "payment";

    private final WeChatPay weChatPay;
    private final PaymentRecords records;

    PaymentNotices(WeChatPay weChatPay, PaymentRecords records) {
        this.weChatPay = weChatPay;
        this.records = records;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<WeChatPay.Notice<Trade>> opened(NoticeHeaders headers, String body) {
        return weChatPay.notice(headers, body);
    }

    @Override
    public @Nullable String orderNo(Trade trade) {
        return trade.orderNo();
    }

    @Override
    public Verdict record(String orderNo, Trade trade, String noticeId) {
        return records.record(orderNo, trade, noticeId);
    }
}
