package com.guncai.backoffice.coupon;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ServiceCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 我的礼券: the coupons of the customer's bound phone; empty while none is bound. */
@Tag(name = "礼券")
@RestController
class CouponController {
    private final Wallet wallet;
    private final Redemptions redemptions;
    private final CouponProperties properties;

    CouponController(Wallet wallet, Redemptions redemptions, CouponProperties properties) {
        this.wallet = wallet;
        this.redemptions = redemptions;
        this.properties = properties;
    }

    @Operation(summary = "我的礼券", description = "最多 200 张：能用的在前，先到期的最前；其余按发放时间，新的在前。再多的按 status、service 分别取")
    @GetMapping("/api/v1/coupons")
    Coupons wallet(
            CurrentCustomer customer,
            @RequestParam(required = false) Coupon.@Nullable Status status,
            @RequestParam(required = false) @Nullable ServiceCode service) {
        return new Coupons(wallet.of(customer, status, service));
    }

    @Operation(summary = "去使用：显示兑换码，从此刻起即为已使用；再次调用结果相同")
    @PostMapping("/api/v1/coupons/{id}/redemption")
    Redeemed redeem(CurrentCustomer customer, @PathVariable long id) {
        var redemption = redemptions.redeem(customer, id);
        return new Redeemed(
                redemption.code(),
                BusinessTime.offset(redemption.redeemedAt()),
                BusinessTime.offset(redemption.useBefore()),
                redemption.notes(),
                properties.cinema());
    }

    record Coupons(List<Item> items) {}

    /**
     * @param code once it was redeemed, with {@code redeemedAt} and {@code useBefore}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            Long id,
            ServiceCode service,
            Coupon.Kind kind,
            String name,
            long faceFen,
            Coupon.Status status,
            OffsetDateTime validUntil,
            @Nullable String code,
            @Nullable OffsetDateTime redeemedAt,
            @Nullable OffsetDateTime useBefore) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** @param notes for its owner; {@code miniProgram} is where the code is spent */
    record Redeemed(
            String code,
            OffsetDateTime redeemedAt,
            OffsetDateTime useBefore,
            List<String> notes,
            CouponProperties.MiniProgram miniProgram) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
