package com.guncai.backoffice.flower;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer wants otherwise about a delivery; what is left out or blank stays. */
record DeliveryChangeRequest(
        @Size(max = 10, message = "城市有误") @Nullable String city,
        @Size(max = 200, message = "地址最多 200 字") @Nullable String address,
        @Size(max = 30, message = "收花人最多 30 字") @Nullable String recipient,
        @Pattern(regexp = MobileNumber.REGEX + "|", message = "手机号格式有误") @Nullable String phone,
        @Schema(description = "整点，在目录的 deliverySlots 范围内，最多 30 天后", example = "2026-11-24T10:00+08:00") @Nullable
                OffsetDateTime deliverySlot) {

    boolean isEmpty() {
        return text().isEmpty();
    }

    String or(@Nullable String wanted, String present) {
        return wanted == null || wanted.isBlank() ? present : wanted.strip();
    }

    /** For staff: {@code 城市改为柳州；地址改为…}. It names people; to be kept encrypted. */
    String text() {
        return Stream.of(
                        part("城市", city),
                        part("地址", address),
                        part("收花人", recipient),
                        part("电话", phone),
                        part("配送时段", deliverySlot == null ? null : BusinessTime.text(deliverySlot.toInstant())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；"));
    }

    private static @Nullable String part(String what, @Nullable String wanted) {
        return wanted == null || wanted.isBlank() ? null : what + "改为" + wanted.strip();
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
