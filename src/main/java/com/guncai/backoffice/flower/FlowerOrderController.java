package com.guncai.backoffice.flower;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.payment.Checkout;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
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
    private final DeliveryChanges deliveryChanges;
    private final Checkout checkout;
    private final OrderViews views;

    FlowerOrderController(
            FlowerOrders flowerOrders, DeliveryChanges deliveryChanges, Checkout checkout, OrderViews views) {
        this.flowerOrders = flowerOrders;
        this.deliveryChanges = deliveryChanges;
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

    @Operation(summary = "修改配送信息，付款后、内勤认领前", description = "只填要改的。内勤认领之后答 409 ORDER_STATE，要改的内容转告内勤和客服")
    @RetryOnConflict
    @PostMapping("/orders/{orderNo}/delivery")
    OrderView changeDelivery(
            CurrentCustomer customer, @PathVariable String orderNo, @Valid @RequestBody DeliveryChangeRequest change) {
        if (!deliveryChanges.change(customer, orderNo, change)) {
            // Only now: the wish that was written down has to outlive the refusal.
            throw ProblemException.conflict(ProblemCode.ORDER_STATE, "内勤已在办理，不能直接修改。您要改的内容已转告客服，客服会尽快与您联系");
        }
        return views.of(flowerOrders.of(customer, orderNo));
    }

    @Operation(summary = "确认收到鲜花")
    @RetryOnConflict
    @PostMapping("/orders/{orderNo}/delivery-confirmation")
    OrderView confirmDelivery(CurrentCustomer customer, @PathVariable String orderNo) {
        return views.of(flowerOrders.confirmDelivery(customer, orderNo));
    }
}
