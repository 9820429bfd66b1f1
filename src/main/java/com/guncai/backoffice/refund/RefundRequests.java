package com.guncai.backoffice.refund;

import com.guncai.backoffice.payment.NotificationResult;
import com.guncai.backoffice.payment.Outcome;
import com.guncai.backoffice.payment.RefundInstruction;
import com.guncai.backoffice.payment.RefundResult;
import com.guncai.backoffice.payment.WeChatRefunds;
import com.guncai.backoffice.shared.NonRetryableException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Asks WeChat Pay first, records then, so that no row is locked over the network. All of it may be repeated. */
@Service
class RefundRequests {
    /** WeChat Pay complains about our account or our program, not about this refund: people mend that, then it goes on. */
    private static final Set<String> OURS =
            Set.of("SIGN_ERROR", "NO_AUTH", "PARAM_ERROR", "MCH_NOT_EXISTS", "APPID_MCHID_NOT_MATCH");

    private final Refunds refunds;
    private final RefundBook book;
    private final WeChatRefunds weChat;
    private final RefundProperties properties;
    private final RefundLimits limits;
    private final Clock clock;

    RefundRequests(
            Refunds refunds,
            RefundBook book,
            WeChatRefunds weChat,
            RefundProperties properties,
            RefundLimits limits,
            Clock clock) {
        this.refunds = refunds;
        this.book = book;
        this.weChat = weChat;
        this.properties = properties;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Has WeChat Pay send the money back. An earlier attempt may have got through without our knowing, so it looks first.
     *
     * @throws IllegalStateException when WeChat Pay could not say; to be tried again
     * @throws NonRetryableException when people have to look
     */
    void request(String refundNo) {
        if (refunds.status(refundNo) != RefundStatus.APPROVED) {
            return;
        }
        var agreed = book.agreed(refundNo);
        var earlier = weChat.query(refundNo);
        if (earlier instanceof Outcome.Done<RefundResult> done) {
            record(agreed, done.value());
        } else if (earlier instanceof Outcome.Refused<RefundResult> refused && refused.is("RESOURCE_NOT_EXISTS")) {
            ask(agreed);
        } else {
            throw later(agreed, earlier);
        }
    }

    private void ask(RefundInstruction agreed) {
        if (!limits.isFarFromLast(agreed.orderNo())) {
            throw new IllegalStateException("微信要求同一订单的两次退款隔开一些时间，稍后再退，退单 " + agreed.refundNo());
        }
        var outcome = weChat.request(agreed);
        if (outcome instanceof Outcome.Done<RefundResult> done) {
            record(agreed, done.value());
        } else if (outcome instanceof Outcome.Refused<RefundResult> refused) {
            refused(agreed, refused);
        } else {
            throw later(agreed, outcome);
        }
    }

    private void refused(RefundInstruction agreed, Outcome.Refused<RefundResult> refused) {
        if (OURS.stream().anyMatch(refused::is)) {
            throw new NonRetryableException("微信支付拒绝退款（%s），请检查商户号，退单 %s".formatted(refused.code(), agreed.refundNo()));
        }
        if (refused.is("NOT_ENOUGH") && mayStillBeFilledUp(agreed.refundNo())) {
            throw later(agreed, refused);
        }
        book.refused(agreed.refundNo(), refused.code());
    }

    private boolean mayStillBeFilledUp(String refundNo) {
        var decided = Objects.requireNonNull(refunds.get(refundNo).decidedAt());
        return clock.instant().isBefore(decided.plus(properties.balancePatience()));
    }

    /**
     * Finds a result whose notification got lost. Does nothing when there is none yet.
     *
     * @throws IllegalStateException when WeChat Pay could not say; to be tried again
     * @throws NonRetryableException when WeChat Pay does not let us ask, or knows of no such refund
     */
    void synchronise(String refundNo) {
        if (refunds.status(refundNo) != RefundStatus.APPROVED) {
            return;
        }
        var agreed = book.agreed(refundNo);
        var outcome = weChat.query(refundNo);
        if (outcome instanceof Outcome.Done<RefundResult> done) {
            record(agreed, done.value());
        } else if (outcome instanceof Outcome.Refused<RefundResult> refused) {
            throw new NonRetryableException("微信支付不告知退款结果（%s），退单 %s".formatted(refused.code(), refundNo));
        } else {
            throw later(agreed, outcome);
        }
    }

    private void record(RefundInstruction agreed, RefundResult report) {
        var result = book.record(report);
        weChat.answered(agreed, result);
        if (result.kind() == NotificationResult.Kind.MISMATCHED) {
            throw new NonRetryableException("退款与约定不符（%s），退单 %s".formatted(result.reason(), agreed.refundNo()));
        }
    }

    private static IllegalStateException later(RefundInstruction agreed, Outcome<RefundResult> outcome) {
        return new IllegalStateException("退款还没有结果（%s），稍后再试，退单 %s".formatted(outcome, agreed.refundNo()));
    }
}
