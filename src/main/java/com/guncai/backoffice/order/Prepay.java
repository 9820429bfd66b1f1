package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.Masked;
import io.swagger.v3.oas.annotations.media.Schema;

/** What {@code wx.requestPayment} takes, signed; {@code packageValue} is its {@code package}. */
public record Prepay(
        String timeStamp,
        String nonceStr,
        @Schema(description = "交给 wx.requestPayment 时参数名是 package", example = "prepay_id=wx261146…")
                String packageValue,
        String signType,
        String paySign) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
