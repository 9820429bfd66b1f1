package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalData;
import com.guncai.backoffice.shared.Problem;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The wallet: coupons are cash, so each change is one guarded statement. */
@Service
@Transactional
public class Coupons {
    private final CouponRepository coupons;
    private final PersonalData personalData;
    private final Clock clock;

    Coupons(CouponRepository coupons, PersonalData personalData, Clock clock) {
        this.coupons = coupons;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** Puts a coupon into the wallet of a phone number, whether or not its owner has ever signed in. */
    public Coupon issue(
            String phone, ServiceCode service, Coupon.Kind kind, String name, long faceFen, Instant validUntil) {
        return coupons.save(new Coupon(
                service, kind, name, faceFen, personalData.digest(phone), validUntil, BusinessTime.now(clock)));
    }

    /**
     * Holds a deduction coupon for an order that is being placed.
     *
     * @param phoneDigest of the customer's bound phone; {@code null} while none is bound
     * @return its face value in fen
     * @throws Problem {@code COUPON_NOT_AVAILABLE} when it is not the customer's, of another service, used or expired
     */
    public long holdDeduction(long couponId, @Nullable String phoneDigest, ServiceCode service, String orderNo) {
        var held = phoneDigest == null
                ? 0
                : coupons.hold(couponId, phoneDigest, service, Coupon.Kind.DEDUCTION, orderNo, BusinessTime.now(clock));
        if (held == 0) {
            throw Problem.conflict("COUPON_NOT_AVAILABLE", "该优惠券不可用，请重新选择");
        }
        return coupons.faceFen(couponId);
    }

    /** The order was paid: its coupon is spent. */
    public void use(long couponId, String orderNo) {
        if (coupons.use(couponId, orderNo) == 0) {
            throw new IllegalStateException("coupon " + couponId + " is not held by order " + orderNo);
        }
    }

    /** The order was cancelled or refunded in full: the coupon is the customer's again, valid until the same day. */
    public void giveBack(long couponId, String orderNo) {
        coupons.giveBack(couponId, orderNo);
    }

    /** All coupons of a phone number, the one that expires first at the top. */
    @Transactional(readOnly = true)
    public List<Coupon> walletOf(String phoneDigest) {
        return coupons.findByPhoneDigestOrderByValidUntilAscIdAsc(phoneDigest);
    }
}
