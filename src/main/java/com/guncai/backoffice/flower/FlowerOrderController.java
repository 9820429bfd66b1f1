package com.guncai.backoffice.flower;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.payment.Checkout;
import com.guncai.backoffice.shared.RetryOnConflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ordering flowers, and saying that they arrived. */
@Tag(name = "下单")
@RestController
@RequestMapping("/api/v1")
class FlowerOrderController {
    private final FlowerOrders flowerOrders;
    private final Checkout checkout;
    private final OrderViews views;

    FlowerOrderController(FlowerOrders flowerOrders, Checkout checkout, OrderViews views) {
        this.flowerOrders = flowerOrders;
        this.checkout = checkout;
        this.views = views;
    }

    @Operation(summary = "订鲜花")
    @PostMapping("/flower-orders")
    @ResponseStatus(HttpStatus.CREATED)
    OrderView place(
            CurrentCustomer customer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody FlowerOrderRequest request) {
        return checkout.order(customer, idempotencyKey, request, placement -> flowerOrders.place(placement, request));
    }

    @Operation(summary = "确认收到鲜花")
    @RetryOnConflict
    @PostMapping("/orders/{orderNo}/delivery-confirmation")
    OrderView confirmDelivery(CurrentCustomer customer, @PathVariable String orderNo) {
        return views.of(flowerOrders.confirmDelivery(customer, orderNo));
    }
}
