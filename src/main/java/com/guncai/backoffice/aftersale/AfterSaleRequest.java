package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.shared.Masked;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What help is wanted with. */
record AfterSaleRequest(
        @NotBlank(message = "请选择问题类型") @Size(max = 20, message = "问题类型最多 20 字") String topic,
        @NotBlank(message = "请填写问题说明") @Size(max = 500, message = "问题说明最多 500 字") String text) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
