package com.guncai.backoffice.cashback;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.receipt.PictureAnswer;
import com.guncai.backoffice.receipt.Receipts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of receipts: for the customer whose claim it is, and under {@code /staff} for the desks that work at claims. */
@Tag(name = "订单")
@RestController
class ReceiptController {
    private final Receipts receipts;
    private final Orders orders;

    ReceiptController(Receipts receipts, Orders orders) {
        this.receipts = receipts;
        this.orders = orders;
    }

    @Operation(summary = "我的支付凭证", description = "JPEG")
    @GetMapping(path = "/api/v1/orders/{orderNo}/receipt", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> own(CurrentCustomer customer, @PathVariable String orderNo) {
        return PictureAnswer.of(
                receipts.full(receipts.of(orders.get(customer, orderNo).orderNo())));
    }

    @GetMapping("/staff/receipts/{orderNo}")
    ResponseEntity<byte[]> full(@PathVariable String orderNo) {
        return PictureAnswer.of(receipts.full(receipts.of(orderNo)));
    }

    @GetMapping("/staff/receipts/{orderNo}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable String orderNo) {
        return PictureAnswer.of(receipts.thumbnail(receipts.of(orderNo)));
    }
}
