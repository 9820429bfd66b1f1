package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Puts a coupon into the wallet of a phone, as a PICC batch would: a flower coupon unless another product is named. One
 * with a code comes from the stock only.
 */
@SandboxOnly
@RestController
@RequestMapping("/sandbox/coupons")
class CouponControls {
    private final Coupons coupons;
    private final CouponProducts products;
    private final PersonalDataCipher personalData;

    CouponControls(Coupons coupons, CouponProducts products, PersonalDataCipher personalData) {
        this.coupons = coupons;
        this.products = products;
        this.personalData = personalData;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> issue(@RequestBody Wanted wanted) {
        if (wanted.phone() == null || !MobileNumber.isValid(wanted.phone())) {
            throw new IllegalArgumentException("phone 须为 11 位手机号");
        }
        var product = products.get(wanted.product() == null ? "flower-30" : wanted.product());
        if (product.hasCodes()) {
            throw new IllegalArgumentException(product.id() + " 要用库存里的兑换码，请在手机上购买，或用批量发券");
        }
        var wallet = personalData.digest(wanted.phone());
        var coupon = wanted.validUntil() == null
                ? coupons.issue(wallet, product)
                : coupons.issue(wallet, product, wanted.validUntil());
        return Map.of("id", coupon.id(), "faceFen", coupon.faceFen());
    }

    record Wanted(String phone, String product, Instant validUntil) {}
}
