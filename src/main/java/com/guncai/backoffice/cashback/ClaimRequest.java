package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.ServiceCode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sends beside the picture; the amount spent in fen.
 *
 * @param couponId the coupon to use; without it the one that expires first
 */
record ClaimRequest(
        @NotNull(message = "请选择业务") ServiceCode service,
        @Schema(description = "品牌，见目录的 brands；目录里没有品牌的业务不记录") @Size(max = 40, message = "品牌最多 40 字") @Nullable
                String brand,
        @Schema(description = "项目，见目录的 items，没有项目的业务不记录；喷漆可以选几个部位，用“、”隔开")
                @Size(max = 100, message = "项目最多 100 字")
                @Nullable
                String item,
        @NotNull(message = "请填写消费金额") @Positive(message = "消费金额须大于 0") @Max(value = 100_000_000, message = "消费金额过大，请核对")
                Long spentFen,
        @Nullable Long couponId,
        @NotNull(message = "请填写收款信息") @Valid PayeeRequest payee) {
    ClaimRequest choosing(@Nullable String offeredBrand, @Nullable String offeredItem) {
        return new ClaimRequest(service, offeredBrand, offeredItem, spentFen, couponId, payee);
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
