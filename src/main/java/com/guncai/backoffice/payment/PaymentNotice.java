package com.guncai.backoffice.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a notice arrived and what came of it; never what it said. */
@Entity
class PaymentNotice {
    @Id
    @GeneratedValue
    private Long id;

    private @Nullable String noticeId;
    private Instant receivedAt;
    private @Nullable String orderNo;

    @Enumerated(EnumType.STRING)
    private Verdict.Kind outcome;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected PaymentNotice() {}

    /**
     * @param noticeId of the notice that took effect; {@code null} for any other
     */
    @SuppressWarnings("NullAway.Init")
    PaymentNotice(@Nullable String noticeId, Instant receivedAt, @Nullable String orderNo, Verdict verdict) {
        this.noticeId = noticeId;
        this.receivedAt = receivedAt;
        this.orderNo = orderNo;
        this.outcome = verdict.kind();
        this.reason = verdict.reason();
    }
}
