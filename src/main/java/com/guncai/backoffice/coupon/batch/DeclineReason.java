package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Why a list is not approved, as whoever decides writes it. */
final class DeclineReason {
    private static final int LONGEST = 100;

    private DeclineReason() {}

    /**
     * A form that asks must be answered; a diagram of an earlier version, or a program that only decides, gives none.
     *
     * @throws ProblemException {@code DECLINE_REASON_REQUIRED}
     */
    static @Nullable String entered(@Nullable Object reason) {
        if (reason == null) {
            return null;
        }
        var text = String.valueOf(reason).replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw ProblemException.invalid(
                    ProblemCode.DECLINE_REASON_REQUIRED, "请写明不批准的原因，不超过 " + LONGEST + " 个字，提交人会看到");
        }
        return text;
    }
}
