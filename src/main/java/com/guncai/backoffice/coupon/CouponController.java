package com.guncai.backoffice.coupon;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ServiceCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 我的礼券: the coupons of the customer's bound phone; empty while none is bound. */
@Tag(name = "礼券")
@RestController
class CouponController {
    private final Coupons coupons;
    private final Customers customers;
    private final Clock clock;

    CouponController(Coupons coupons, Customers customers, Clock clock) {
        this.coupons = coupons;
        this.customers = customers;
        this.clock = clock;
    }

    @Operation(summary = "我的礼券")
    @GetMapping("/api/v1/coupons")
    Wallet wallet(
            CurrentCustomer customer,
            @RequestParam(required = false) Coupon.@Nullable Status status,
            @RequestParam(required = false) @Nullable ServiceCode service) {
        var phone = customers.phoneDigest(customer);
        if (phone == null) {
            return new Wallet(List.of());
        }
        var now = clock.instant();
        return new Wallet(coupons.walletOf(phone).stream()
                .filter(coupon -> status == null || coupon.statusAt(now) == status)
                .filter(coupon -> service == null || coupon.service() == service)
                .map(coupon -> new Item(
                        coupon.id(),
                        coupon.service(),
                        coupon.kind(),
                        coupon.name(),
                        coupon.faceFen(),
                        coupon.statusAt(now),
                        BusinessTime.offset(coupon.validUntil())))
                .toList());
    }

    record Wallet(List<Item> items) {}

    record Item(
            Long id,
            ServiceCode service,
            Coupon.Kind kind,
            String name,
            long faceFen,
            Coupon.Status status,
            OffsetDateTime validUntil) {}
}
