package com.guncai.backoffice.sandbox.wechatpay;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.AppNodes.Delivery;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends accepted refunds half a second later and tells the merchant, as a bank does within minutes. */
public final class RefundSettlement {
    private static final int DELAY_MILLIS = 500;

    private final PayLedger ledger;
    private final PayNotices notices;
    private final ScheduledExecutorService timer;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    RefundSettlement(PayLedger ledger, PayNotices notices, ScheduledExecutorService timer) {
        this.ledger = ledger;
        this.notices = notices;
        this.timer = timer;
    }

    /** @param ending how it ends by itself; {@code PROCESSING}: it waits for {@link #settle} */
    Answer accept(PayRefund refund, PayRefund.Status ending) {
        if (accepted.add(refund.outRefundNo()) && ending != PayRefund.Status.PROCESSING)
            timer.schedule(() -> settle(refund.outRefundNo(), ending), DELAY_MILLIS, TimeUnit.MILLISECONDS);
        return Answer.json(200, RefundsApi.refund(refund));
    }

    /**
     * Ends a refund and sends the notice of it.
     *
     * @return what the application answered; null when the merchant asked for no notice
     * @throws PayError {@code RESOURCE_NOT_EXISTS}
     */
    public @Nullable Delivery settle(String outRefundNo, PayRefund.Status status) {
        return notices.refund(ledger.settle(outRefundNo, status));
    }

    /** Ends a refund; its notice gets lost. */
    public void settleUnnoticed(String outRefundNo, PayRefund.Status status) {
        ledger.settle(outRefundNo, status);
    }

    /** Somebody else says that a refund ended; it stays as it is. @return what the application answered */
    public @Nullable Delivery forge(String outRefundNo, PayRefund.Status status, Forgery forgery) {
        return notices.refund(ledger.asIf(outRefundNo, status), forgery);
    }

    /** Goes on with refunds that were open when the sandbox stopped. */
    void resume() {
        ledger.refunds().stream()
                .filter(refund -> refund.status() == PayRefund.Status.PROCESSING)
                .forEach(refund -> accept(refund, PayRefund.Status.SUCCESS));
    }
}
