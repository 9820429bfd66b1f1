package com.guncai.backoffice.coupon;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 去使用: shows the code behind a coupon. From the first time on it counts as used and has a month left; whoever asks again
 * gets the same answer.
 */
@Service
@Transactional
class Redemptions {
    private final CouponRepository coupons;
    private final CouponCodeRepository codes;
    private final RevealedCodes revealed;
    private final Customers customers;
    private final CouponProperties properties;
    private final CouponProductRepository products;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Redemptions(
            CouponRepository coupons,
            CouponCodeRepository codes,
            RevealedCodes revealed,
            Customers customers,
            CouponProperties properties,
            CouponProductRepository products,
            ApplicationEventPublisher events,
            Clock clock) {
        this.coupons = coupons;
        this.codes = codes;
        this.revealed = revealed;
        this.customers = customers;
        this.properties = properties;
        this.products = products;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws ProblemException {@code COUPON_NOT_FOUND} when it is not the customer's, {@code COUPON_NOT_REDEEMABLE} when it has no
     *     code, {@code COUPON_EXPIRED}, {@code COUPON_NOT_AVAILABLE}
     */
    Redemption redeem(CurrentCustomer customer, long couponId) {
        var owner = customers.couponOwner(customer);
        var now = BusinessTime.now(clock);
        var first = coupons.redeem(couponId, owner, now) == 1;
        var coupon = coupons.find(couponId, owner).orElseThrow(Redemptions::unknown);
        var codeId = coupon.codeId();
        if (codeId == null) {
            throw ProblemException.conflict(ProblemCode.COUPON_NOT_REDEEMABLE, "这张券没有兑换码，下单或申请返现时直接选用即可");
        }
        if (first) {
            codes.use(codeId, now);
        }
        var redeemedAt = coupon.redeemedAt();
        if (redeemedAt == null) {
            throw coupon.statusAt(now) == Coupon.Status.EXPIRED
                    ? ProblemException.conflict(ProblemCode.COUPON_EXPIRED, "这张券已过期")
                    : ProblemException.conflict(ProblemCode.COUPON_NOT_AVAILABLE, "这张券暂不能使用");
        }
        var code = revealed.byTap(customer, codeId);
        if (first) {
            events.publishEvent(
                    new CodeUsed(couponId, coupon.service(), code.costFen(), coupon.isBought(), redeemedAt));
        }
        return new Redemption(
                code.code(), redeemedAt, RevealedCodes.useBefore(redeemedAt, code.validUntil()), notes(coupon));
    }

    private List<String> notes(Coupon coupon) {
        var face = Money.plainYuan(coupon.faceFen());
        var product = coupon.productId();
        var ownNotes = product == null
                ? List.<String>of()
                : products.findById(product).map(CouponProduct::notes).orElse(List.of());
        return (ownNotes.isEmpty() ? properties.notes() : ownNotes)
                .stream().map(note -> note.replace("{face}", face)).toList();
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.COUPON_NOT_FOUND, "没有这张券");
    }

    /** @param notes what its owner has to know, in Chinese */
    record Redemption(String code, Instant redeemedAt, Instant useBefore, List<String> notes) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
