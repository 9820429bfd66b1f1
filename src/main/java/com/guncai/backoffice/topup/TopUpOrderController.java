package com.guncai.backoffice.topup;

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

/** Ordering a top-up. */
@Tag(name = "下单")
@RestController
class TopUpOrderController {
    private final TopUpOrders topUpOrders;
    private final Checkout checkout;

    TopUpOrderController(TopUpOrders topUpOrders, Checkout checkout) {
        this.topUpOrders = topUpOrders;
        this.checkout = checkout;
    }

    @Operation(summary = "话费充值")
    @PostMapping("/api/v1/top-up-orders")
    @ResponseStatus(HttpStatus.CREATED)
    OrderView place(
            CurrentCustomer customer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody TopUpOrderRequest request) {
        return checkout.order(customer, idempotencyKey, request, placement -> topUpOrders.place(placement, request));
    }
}
