package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.payment.Checkout;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Buying coupons. */
@Tag(name = "下单")
@RestController
class CouponOrderController {
    private final CouponSales sales;
    private final Checkout checkout;

    CouponOrderController(CouponSales sales, Checkout checkout) {
        this.sales = sales;
        this.checkout = checkout;
    }

    @Operation(summary = "购券：电影兑换码、返现券")
    @PostMapping("/api/v1/coupon-orders")
    @ResponseStatus(HttpStatus.CREATED)
    OrderView place(
            CurrentCustomer customer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody CouponOrderRequest request) {
        return checkout.order(customer, idempotencyKey, request, placement -> sales.place(placement, request));
    }
}
