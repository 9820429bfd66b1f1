package com.guncai.backoffice.coupon;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only way to read codes: each time somebody sees one is recorded. */
@Component
@Transactional
class RevealedCodes {
    private final CouponCodeRepository codes;
    private final CodeRevealRepository reveals;
    private final Clock clock;

    RevealedCodes(CouponCodeRepository codes, CodeRevealRepository reveals, Clock clock) {
        this.codes = codes;
        this.reveals = reveals;
        this.clock = clock;
    }

    /** @param where {@code redemption}, {@code wallet} */
    Map<Long, CouponCode> to(CurrentCustomer customer, String where, Collection<Long> codeIds) {
        if (codeIds.isEmpty()) {
            return Map.of();
        }
        var now = BusinessTime.now(clock);
        var shown = codes.findByIdIn(codeIds);
        shown.forEach(
                code -> reveals.save(new CodeReveal(code.id(), now, "customer " + customer.id() + " by " + where)));
        return shown.stream().collect(toMap(CouponCode::id, Function.identity()));
    }

    /** A month of the calendar from the first tap, and never beyond the code's own validity. */
    static Instant useBefore(Instant redeemedAt, Instant validUntil) {
        var month = BusinessTime.local(redeemedAt).plusMonths(1).toInstant();
        return month.isBefore(validUntil) ? month : validUntil;
    }
}
