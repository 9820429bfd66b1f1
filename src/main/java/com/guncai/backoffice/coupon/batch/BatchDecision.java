package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who decided what becomes of a file, and why. */
@Embeddable
class BatchDecision {
    private @Nullable String decidedBy;
    private Instant decidedAt;

    @Convert(converter = TypedText.class)
    private @Nullable String decisionReason;

    @SuppressWarnings("NullAway.Init")
    protected BatchDecision() {}

    BatchDecision(@Nullable String by, Instant at, @Nullable String reason) {
        this.decidedBy = by;
        this.decidedAt = at;
        this.decisionReason = reason;
    }

    /** User id of staff; empty when nobody was signed in. */
    String by() {
        return Objects.requireNonNullElse(decidedBy, "");
    }

    Instant at() {
        return decidedAt;
    }

    /** As it was typed; empty when nothing was. */
    String reason() {
        return Objects.requireNonNullElse(decisionReason, "");
    }
}
