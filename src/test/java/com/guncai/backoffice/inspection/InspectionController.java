package com.guncai.backoffice.inspection;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.payment.Checkout;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ordering an inspection. */
@TestComponent
@RestController
class InspectionController {
    private final Orders orders;
    private final Checkout checkout;
    private final InspectionService.Plates plates;

    InspectionController(Orders orders, Checkout checkout, InspectionService.Plates plates) {
        this.orders = orders;
        this.checkout = checkout;
        this.plates = plates;
    }

    @PostMapping("/api/v1/inspection-orders")
    @ResponseStatus(HttpStatus.CREATED)
    OrderView place(
            CurrentCustomer customer, @RequestHeader("Idempotency-Key") String key, @RequestBody Request request) {
        return checkout.order(
                customer,
                key,
                request,
                placement -> orders.place(
                        placement,
                        InspectionService.INSPECTION,
                        InspectionService.PRICE_FEN,
                        null,
                        order -> plates.put(order.orderNo(), request.plate())));
    }

    record Request(String plate) {}
}
