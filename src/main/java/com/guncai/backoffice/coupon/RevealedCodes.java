package com.guncai.backoffice.coupon;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way to read codes: who sees one is recorded. Each tap on 去使用 is a reveal. A list of coupons is one for whoever
 * has not seen the code yet; that its owner, to whom it was shown, comes by again in the list is the same reveal, and would
 * only bury the others.
 */
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

    /** The code that somebody tapped on. */
    CouponCode byTap(CurrentCustomer customer, long codeId) {
        reveals.save(new CodeReveal(codeId, BusinessTime.now(clock), customer.id(), CodeReveal.Place.REDEMPTION));
        return codes.findByIdIn(List.of(codeId)).get(0);
    }

    /** The codes in the list of somebody's coupons; to be asked for those only that were redeemed. */
    Map<Long, CouponCode> inWallet(CurrentCustomer customer, Collection<Long> codeIds) {
        if (codeIds.isEmpty()) {
            return Map.of();
        }
        reveals.seenInWallet(codeIds, customer.id(), BusinessTime.now(clock));
        return codes.findByIdIn(codeIds).stream().collect(toMap(CouponCode::id, Function.identity()));
    }

    /** A month of the calendar from the first tap, and never beyond the code's own validity. */
    static Instant useBefore(Instant redeemedAt, Instant validUntil) {
        var month = BusinessTime.local(redeemedAt).plusMonths(1).toInstant();
        return month.isBefore(validUntil) ? month : validUntil;
    }
}
