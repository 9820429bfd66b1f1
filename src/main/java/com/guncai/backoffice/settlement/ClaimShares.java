package com.guncai.backoffice.settlement;

import com.guncai.backoffice.coupon.Coupon;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** For which claims on PICC its money is: deductions first, then cashback, then codes. */
@Component
class ClaimShares {
    private static final Map<Section, Coupon.Kind> CLAIMS = new EnumMap<>(Map.of(
            Section.DEDUCTION, Coupon.Kind.DEDUCTION,
            Section.CASHBACK_COUPON, Coupon.Kind.CASHBACK,
            Section.CODE, Coupon.Kind.CODE));

    private final StatementContent content;

    ClaimShares(StatementContent content) {
        this.content = content;
    }

    /** What of each claim is paid, in fen, by the money between what came before and what has come now. */
    Map<Coupon.Kind, Long> between(Statement statement, long beforeFen, long nowFen) {
        var figures = content.figures(statement.caseNo());
        var shares = new EnumMap<Coupon.Kind, Long>(Coupon.Kind.class);
        var end = 0L;
        for (var claim : CLAIMS.entrySet()) {
            var begin = end;
            end += Math.max(0, Figure.sum(figures, claim.getKey()));
            var share = Math.min(end, nowFen) - Math.max(begin, beforeFen);
            if (share > 0) {
                shares.put(claim.getValue(), share);
            }
        }
        return shares;
    }
}
