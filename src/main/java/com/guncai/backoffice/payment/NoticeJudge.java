package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.Problem;
import com.guncai.backoffice.shared.TriesAgainAfterLostRace;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Judges WeChat Pay's notices. Whatever is not surely its word, or not as agreed, changes nothing. */
@Service
class NoticeJudge {
    private static final int LONGEST_ORDER_NO = 32;

    private final NoticeLog log;
    private final PaymentAlarms alarms;
    private final Clock clock;

    NoticeJudge(NoticeLog log, PaymentAlarms alarms, Clock clock) {
        this.log = log;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Judges a notice and records what it says. Tried again when another transaction was at the same order or process;
     * each attempt is a transaction of its own.
     *
     * @throws RuntimeException when it could not be dealt with now: WeChat Pay shall repeat it
     */
    @TriesAgainAfterLostRace
    public <T> Verdict judge(NoticeSubject<T> subject, NoticeHeaders headers, String body) {
        if (headers.isProbe()) {
            return told(subject, new Verdict(Verdict.Kind.PROBE, null), null);
        }
        if (!headers.isComplete()) {
            return refused(subject, new Verdict(Verdict.Kind.FORGED, "HEADERS"), null);
        }
        if (!headers.isTimely(clock)) {
            return refused(subject, new Verdict(Verdict.Kind.STALE, "TIMESTAMP"), null);
        }
        var notice = subject.opened(headers, body);
        return notice.isEmpty()
                ? refused(subject, new Verdict(Verdict.Kind.FORGED, "SIGNATURE"), null)
                : record(subject, notice.get());
    }

    private <T> Verdict record(NoticeSubject<T> subject, WeChatPay.Notice<T> notice) {
        var orderNo = subject.orderNo(notice.content());
        if (orderNo == null || orderNo.length() > LONGEST_ORDER_NO) {
            return refused(subject, new Verdict(Verdict.Kind.UNKNOWN_ORDER, "ORDER_NO"), null);
        }
        try {
            return told(subject, subject.record(orderNo, notice.content(), notice.id()), orderNo);
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.NOT_FOUND) {
                throw problem;
            }
            return refused(subject, new Verdict(Verdict.Kind.UNKNOWN_ORDER, problem.code()), orderNo);
        }
    }

    private Verdict refused(NoticeSubject<?> subject, Verdict verdict, @Nullable String orderNo) {
        log.refused(orderNo, verdict);
        return told(subject, verdict, orderNo);
    }

    private Verdict told(NoticeSubject<?> subject, Verdict verdict, @Nullable String orderNo) {
        alarms.on(subject.name(), verdict, orderNo);
        return verdict;
    }
}
