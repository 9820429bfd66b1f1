package com.guncai.backoffice.coupon;

import com.guncai.backoffice.customer.CouponOwner;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The wallet: coupons are cash, so each change is one guarded statement. */
@Service
@Transactional
public class Coupons {
    /** How many are looked at to hold one of them. */
    private static final int AT_A_TIME = 5;

    private static final int DAYS_MADE_GOOD = 14;

    private final CouponRepository coupons;
    private final CodeStock stock;
    private final Clock clock;

    Coupons(CouponRepository coupons, CodeStock stock, Clock clock) {
        this.coupons = coupons;
        this.stock = stock;
        this.clock = clock;
    }

    /**
     * Puts a coupon without a code into the wallet of a phone number, whether or not its owner has ever signed in.
     *
     * @param phoneDigest as {@link PersonalDataCipher#digest} makes it
     */
    public Coupon issue(String phoneDigest, CouponProduct product) {
        return issue(phoneDigest, product, validUntil(product));
    }

    /** As above, until a moment that the product does not set. */
    public Coupon issue(String phoneDigest, CouponProduct product, Instant validUntil) {
        return coupons.save(Coupon.issued(product, phoneDigest, validUntil, BusinessTime.now(clock)));
    }

    /**
     * Puts what an order paid for into the wallet of its customer, whatever phone is bound later; codes that expire first go
     * first.
     *
     * @return whether there were enough codes; if not, nothing was issued
     */
    public boolean issueBought(long customerId, CouponProduct product, int quantity, String orderNo) {
        var now = BusinessTime.now(clock);
        if (!product.hasCodes()) {
            var until = validUntil(product);
            for (int i = 0; i < quantity; i++) {
                coupons.save(Coupon.bought(product, customerId, orderNo, until, null, now));
            }
            return true;
        }
        var taken = stock.take(product.id(), quantity);
        taken.forEach(
                code -> coupons.save(Coupon.bought(product, customerId, orderNo, code.validUntil(), code.id(), now)));
        return !taken.isEmpty();
    }

    private Instant validUntil(CouponProduct product) {
        var days = product.validDays();
        if (days == null) {
            throw new IllegalArgumentException(product.id() + " is issued with its code");
        }
        return lastSecond(BusinessTime.now(clock), days);
    }

    /** A coupon issued today is valid through the whole of its last day. */
    public static Instant lastSecond(Instant issued, int days) {
        return BusinessTime.lastSecondOf(
                BusinessTime.local(issued).toLocalDate().plusDays(days));
    }

    /**
     * What a coupon would take off the price of an order, in fen. Nothing is held yet.
     *
     * @throws ProblemException {@code COUPON_NOT_AVAILABLE} when it is not the customer's, of another service, used or expired
     */
    @Transactional(readOnly = true)
    public long deduction(long couponId, CouponOwner owner, ServiceCode service) {
        var face = coupons.faceFen(couponId, owner, service, Coupon.Kind.DEDUCTION, BusinessTime.now(clock));
        if (face == null) {
            throw notAvailable();
        }
        return face;
    }

    /**
     * Holds a deduction coupon for an order that was just inserted.
     *
     * @throws ProblemException as {@link #deduction}, also when another order was faster
     */
    public void holdDeduction(long couponId, CouponOwner owner, ServiceCode service, String orderNo) {
        if (!hold(couponId, owner, service, Coupon.Kind.DEDUCTION, orderNo)) {
            throw notAvailable();
        }
    }

    private static ProblemException notAvailable() {
        return ProblemException.conflict(ProblemCode.COUPON_NOT_AVAILABLE, "该优惠券不可用，请重新选择");
    }

    /** Holds a cashback coupon for a claim; says whether it could: it has to be the customer's, of that service and valid. */
    public boolean holdCashback(long couponId, CouponOwner owner, ServiceCode service, String orderNo) {
        return hold(couponId, owner, service, Coupon.Kind.CASHBACK, orderNo);
    }

    /**
     * Holds the cashback coupon of that service that expires first.
     *
     * @return its id; {@code null} when the customer has no valid one
     */
    public @Nullable Long holdCashback(CouponOwner owner, ServiceCode service, String orderNo) {
        // Another claim of the customer may take one between the look and the hold: then it is no longer among the
        // valid.
        for (var valid = valid(owner, service); !valid.isEmpty(); valid = valid(owner, service)) {
            for (var id : valid) {
                if (holdCashback(id, owner, service, orderNo)) {
                    return id;
                }
            }
        }
        return null;
    }

    private List<Long> valid(CouponOwner owner, ServiceCode service) {
        return coupons.valid(owner, service, Coupon.Kind.CASHBACK, BusinessTime.now(clock), Limit.of(AT_A_TIME));
    }

    /** In fen. */
    @Transactional(readOnly = true)
    public long faceFen(long couponId) {
        return coupons.faceFen(couponId);
    }

    /** Whether its owner paid for a coupon; otherwise PICC issued it, and pays for it. */
    @Transactional(readOnly = true)
    public boolean isBought(long couponId) {
        return coupons.isBought(couponId);
    }

    private boolean hold(long couponId, CouponOwner owner, ServiceCode service, Coupon.Kind kind, String orderNo) {
        return coupons.hold(couponId, owner, service, kind, orderNo, BusinessTime.now(clock)) == 1;
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

    /** As {@link #giveBack} by our fault: one whose validity ended meanwhile is good for {@value #DAYS_MADE_GOOD} days more. */
    public void makeGood(long couponId, String orderNo) {
        var now = BusinessTime.now(clock);
        coupons.giveBack(couponId, orderNo);
        coupons.prolong(couponId, now, lastSecond(now, DAYS_MADE_GOOD));
    }

    /**
     * The order that bought them was refunded: coupons that nobody used are void, and their codes, which nobody saw, are in
     * stock again.
     */
    public void takeBack(String orderNo) {
        if (coupons.voidBought(orderNo) > 0) {
            stock.putBack(orderNo);
            coupons.withoutCode(orderNo);
        }
    }
}
