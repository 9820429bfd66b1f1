package com.guncai.backoffice.couponsales;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** What a customer sends to buy coupons; at most 20 at a time, so that nobody empties the stock by a slip. */
record CouponOrderRequest(
        @NotBlank(message = "请选择要购买的券") String productId,
        @NotNull(message = "请填写购买数量") @Min(value = 1, message = "至少购买 1 张") @Max(value = 20, message = "一次最多购买 20 张")
                Integer quantity) {}
