package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom a customer wants the money sent to: an Alipay account, or a bank card and the name on it. */
record PayeeRequest(
        @Schema(description = "支付宝账号：手机号或邮箱；与银行卡二选一") @Nullable String alipayAccount,
        @Schema(description = "银行卡的户名") @Nullable String realName,
        @Schema(description = "银行卡号，16 至 19 位") @Nullable String bankCardNo,
        @Schema(description = "开户行，例如中国工商银行南宁民族支行；请让用户填写，财务转账时要选", example = "中国工商银行")
                @Size(max = 60, message = "开户行最多 60 字")
                @Nullable
                String bankName,
        @NotBlank(message = "请填写联系手机号") @Pattern(regexp = MobileNumber.REGEX, message = "手机号格式有误，请核对 11 位数字")
                String phone) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
