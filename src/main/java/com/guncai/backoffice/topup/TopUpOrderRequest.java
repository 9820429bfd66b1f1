package com.guncai.backoffice.topup;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What a customer sends to have a phone topped up; the face value in fen. */
record TopUpOrderRequest(
        @NotBlank(message = "请填写要充值的手机号") @Pattern(regexp = MobileNumber.REGEX, message = "手机号格式有误，请核对 11 位数字")
                String phone,
        @NotNull(message = "请选择充值面额") Long faceFen) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
