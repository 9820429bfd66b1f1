package com.guncai.backoffice.payment;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Prepay;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the customer what {@code wx.requestPayment} takes. */
@Tag(name = "订单")
@RestController
class PaymentController {
    private final Payments payments;

    PaymentController(Payments payments) {
        this.payments = payments;
    }

    @Operation(summary = "取得支付参数，交给 wx.requestPayment")
    @PostMapping("/api/v1/orders/{orderNo}/payment")
    Prepay pay(CurrentCustomer customer, @PathVariable String orderNo) {
        var prepay = payments.prepay(customer, orderNo);
        if (prepay == null) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, ProblemCode.PAYMENT_UNAVAILABLE, "暂时无法连接微信支付，请稍后再试");
        }
        return prepay;
    }
}
