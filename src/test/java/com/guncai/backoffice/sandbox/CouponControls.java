package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Puts a flower coupon of 30 yuan, valid for 90 days, into the wallet of a phone, as a PICC batch would. */
@SandboxOnly
@RestController
@RequestMapping("/sandbox/coupons")
class CouponControls {
    private final Coupons coupons;
    private final Clock clock;

    CouponControls(Coupons coupons, Clock clock) {
        this.coupons = coupons;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> issue(@RequestBody Wanted wanted) {
        if (wanted.phone() == null || !MobileNumber.isValid(wanted.phone())) {
            throw new IllegalArgumentException("phone 须为 11 位手机号");
        }
        var coupon = coupons.issue(
                wanted.phone(),
                ServiceCode.FLOWER,
                Coupon.Kind.DEDUCTION,
                "鲜花 30 元抵扣券",
                3000,
                clock.instant().plus(Duration.ofDays(90)));
        return Map.of("id", coupon.id(), "faceFen", coupon.faceFen());
    }

    record Wanted(String phone) {}
}
