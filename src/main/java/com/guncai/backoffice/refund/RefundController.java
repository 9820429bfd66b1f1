package com.guncai.backoffice.refund;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.OrderView;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.RetryOnConflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers who want their money back, and who think better of it. */
@Tag(name = "订单")
@RestController
class RefundController {
    private final Refunds refunds;
    private final OrderViews views;

    RefundController(Refunds refunds, OrderViews views) {
        this.refunds = refunds;
        this.views = views;
    }

    @Operation(summary = "申请退款，付款后到完成后 7 天；由客服审核")
    @RetryOnConflict
    @PostMapping("/api/v1/orders/{orderNo}/refund-request")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OrderView request(
            CurrentCustomer customer, @PathVariable String orderNo, @Valid @RequestBody RefundRequest request) {
        return views.of(refunds.request(customer, orderNo, request.reason()));
    }

    @Operation(summary = "撤回还没有处理的退款申请")
    @RetryOnConflict
    @DeleteMapping("/api/v1/orders/{orderNo}/refund-request")
    OrderView withdraw(CurrentCustomer customer, @PathVariable String orderNo) {
        return views.of(refunds.withdraw(customer, orderNo));
    }

    record RefundRequest(@NotBlank(message = "请填写退款原因") @Size(max = 200, message = "退款原因最多 200 字") String reason) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
