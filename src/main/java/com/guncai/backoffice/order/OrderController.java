package com.guncai.backoffice.order;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.shared.RetryOnConflict;
import com.guncai.backoffice.shared.ServiceCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A customer's own orders, of every service. */
@Validated
@Tag(name = "订单")
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {
    private final Orders orders;
    private final OrderViews views;

    OrderController(Orders orders, OrderViews views) {
        this.orders = orders;
        this.views = views;
    }

    @Operation(summary = "我的订单，新的在前")
    @GetMapping
    OrderViews.OrderPage list(
            CurrentCustomer customer,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable ServiceCode service,
            @RequestParam(defaultValue = "0")
                    @Min(value = 0, message = "页码从 0 开始")
                    @Max(value = 10_000, message = "页码过大")
                    int page,
            @RequestParam(defaultValue = "20")
                    @Min(value = 1, message = "每页至少 1 条")
                    @Max(value = 100, message = "每页最多 100 条")
                    int size) {
        return views.page(customer, status, service, page, size);
    }

    @Operation(summary = "订单详情和进度")
    @GetMapping("/{orderNo}")
    OrderView get(CurrentCustomer customer, @PathVariable String orderNo) {
        return views.of(orders.get(customer, orderNo));
    }

    @Operation(summary = "取消未付款的订单")
    @RetryOnConflict
    @PostMapping("/{orderNo}/cancellation")
    OrderView cancel(CurrentCustomer customer, @PathVariable String orderNo) {
        return views.of(orders.cancel(customer, orderNo));
    }
}
