package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down every notice and what came of it, and lets none take effect twice. */
@Component
@Transactional
class NoticeLog {
    private final PaymentNoticeRepository notices;
    private final Orders orders;
    private final Clock clock;

    NoticeLog(PaymentNoticeRepository notices, Orders orders, Clock clock) {
        this.notices = notices;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Lets a notice take effect, with the order's row locked. Effect and record commit together, so that a crash lets
     * WeChat Pay repeat it. An effect finds by itself what is known already; should one not, the notice's unique number
     * refuses the transaction.
     *
     * @param noticeId {@code null} when we asked ourselves; then only a mismatch is written down
     * @throws com.guncai.backoffice.shared.Problem {@code ORDER_NOT_FOUND}
     */
    Verdict once(String orderNo, @Nullable String noticeId, Supplier<Verdict> effect) {
        orders.locked(orderNo);
        var verdict = effect.get();
        if (noticeId != null || verdict.kind() == Verdict.Kind.MISMATCHED) {
            var tookEffect = verdict.kind() == Verdict.Kind.ACCEPTED ? noticeId : null;
            notices.save(new PaymentNotice(tookEffect, BusinessTime.now(clock), orderNo, verdict));
        }
        return verdict;
    }

    /** Writes down a notice that changed nothing. */
    void refused(@Nullable String orderNo, Verdict verdict) {
        notices.save(new PaymentNotice(null, BusinessTime.now(clock), orderNo, verdict));
    }
}
