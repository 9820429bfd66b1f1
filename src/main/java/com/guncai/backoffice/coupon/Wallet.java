package com.guncai.backoffice.coupon;

import com.guncai.backoffice.coupon.CouponController.Item;
import com.guncai.backoffice.customer.CouponOwner;
import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer's coupons as the mini-program shows them, {@value #MOST} at the most: those that can be used come first, the one
 * that expires first at the top, and then the others, the latest issued first. Who has more finds the rest by status and service.
 */
@Service
@Transactional
class Wallet {
    static final int MOST = 200;

    private final CouponRepository coupons;
    private final RevealedCodes revealed;
    private final Customers customers;
    private final Clock clock;

    Wallet(CouponRepository coupons, RevealedCodes revealed, Customers customers, Clock clock) {
        this.coupons = coupons;
        this.revealed = revealed;
        this.customers = customers;
        this.clock = clock;
    }

    List<Item> of(CurrentCustomer customer, Coupon.@Nullable Status status, @Nullable ServiceCode service) {
        var now = clock.instant();
        var shown = shown(customers.couponOwner(customer), status, service, now);
        var redeemed = shown.stream()
                .filter(coupon -> coupon.redeemedAt() != null)
                .map(Coupon::codeId)
                .toList();
        var codes = revealed.inWallet(customer, redeemed);
        return shown.stream().map(coupon -> item(coupon, codes, now)).toList();
    }

    private List<Coupon> shown(
            CouponOwner owner, Coupon.@Nullable Status status, @Nullable ServiceCode service, Instant now) {
        var shown = new ArrayList<Coupon>();
        if (status == null || status == Coupon.Status.ISSUED) {
            shown.addAll(coupons.usable(owner, service, now, Limit.of(MOST)));
        }
        if (status != Coupon.Status.ISSUED && shown.size() < MOST) {
            shown.addAll(coupons.notUsable(owner, status, service, now, Limit.of(MOST - shown.size())));
        }
        return shown;
    }

    private static Item item(Coupon coupon, Map<Long, CouponCode> codes, Instant now) {
        var codeId = coupon.codeId();
        var code = codeId == null ? null : codes.get(codeId);
        var redeemedAt = coupon.redeemedAt();
        return new Item(
                coupon.id(),
                coupon.service(),
                coupon.kind(),
                coupon.name(),
                coupon.faceFen(),
                coupon.statusAt(now),
                BusinessTime.offset(coupon.validUntil()),
                code == null ? null : code.code(),
                redeemedAt == null ? null : BusinessTime.offset(redeemedAt),
                redeemedAt == null || code == null
                        ? null
                        : BusinessTime.offset(RevealedCodes.useBefore(redeemedAt, code.validUntil())));
    }
}
