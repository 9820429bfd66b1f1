package com.guncai.backoffice.flower;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a customer sends to order flowers. */
record FlowerOrderRequest(
        @NotBlank(message = "请选择鲜花") @Size(max = 32, message = "鲜花编号有误") String flowerId,
        @NotBlank(message = "请选择城市") @Size(max = 10, message = "城市有误") String city,
        @NotBlank(message = "请填写详细地址") @Size(max = 200, message = "地址最多 200 字") String address,
        @NotBlank(message = "请填写收花人") @Size(max = 30, message = "收花人最多 30 字") String recipient,
        @NotBlank(message = "请填写收花人手机号") @Pattern(regexp = MobileNumber.REGEX, message = "手机号格式有误") String phone,
        @Schema(description = "整点，在目录的 deliverySlots 范围内，最多 30 天后", example = "2026-11-24T10:00+08:00")
                @NotNull(message = "请选择配送时段")
                OffsetDateTime deliverySlot,
        @Size(max = 200, message = "贺卡留言最多 200 字") @Nullable String cardMessage,
        @Nullable Long couponId) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
