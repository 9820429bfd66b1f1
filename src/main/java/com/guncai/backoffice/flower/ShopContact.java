package com.guncai.backoffice.flower;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ReferenceNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk entered after buying, checked. Each refusal is a {@link ProblemException} in the clerk's words.
 *
 * @param purchaseCostFen what the company paid, in fen
 */
record ShopContact(
        String name,
        String phone,
        Instant estimatedDeliveryAt,
        @Nullable String purchaseOrderNo,
        @Nullable Long purchaseCostFen) {
    /** Nobody delivers flowers a week late: it is a mistyped date. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(7);

    /** A mobile number, or a landline with or without area code, extension, 400 numbers included. */
    private static final Pattern PHONE =
            Pattern.compile("1[3-9]\\d{9}|(0\\d{2,3}-?)?\\d{7,8}(-\\d{1,6})?|400-?\\d{3}-?\\d{4}");

    static ShopContact entered(
            @Nullable Object name,
            @Nullable Object phone,
            @Nullable Object estimatedDeliveryAt,
            @Nullable Object purchaseOrderNo,
            @Nullable Object purchaseCostYuan,
            Instant slot,
            Instant now) {
        var shop = text(name, 80, "店家名称");
        if (shop == null) {
            throw ProblemException.invalid(ProblemCode.SHOP_NAME_REQUIRED, "请填写店家名称");
        }
        var number = text(phone, 20, "店家电话");
        if (number == null || !PHONE.matcher(number).matches()) {
            throw ProblemException.invalid(ProblemCode.SHOP_PHONE_INVALID, "店家电话格式有误，请填写手机号或带区号的座机");
        }
        var expected = instant(estimatedDeliveryAt);
        if (expected == null) {
            throw ProblemException.invalid(ProblemCode.ESTIMATED_DELIVERY_INVALID, "请填写预计送达时间");
        }
        if (expected.isBefore(now.minus(Duration.ofHours(1)))) {
            throw ProblemException.invalid(ProblemCode.ESTIMATED_DELIVERY_INVALID, "预计送达时间已过，请核对日期");
        }
        if (expected.isAfter(slot.plus(LONGEST_DELAY))) {
            throw ProblemException.invalid(ProblemCode.ESTIMATED_DELIVERY_INVALID, "预计送达时间比用户选的配送时段晚了 7 天以上，请核对日期");
        }
        var purchase = ReferenceNumber.entered(purchaseOrderNo, "美团订单号", ProblemCode.PURCHASE_ORDER_NO_INVALID);
        var cost = text(purchaseCostYuan, 20, "采购金额");
        return new ShopContact(
                shop,
                number,
                expected,
                purchase.isEmpty() ? null : purchase,
                cost == null ? null : Money.fenOfYuan(cost));
    }

    private static @Nullable String text(@Nullable Object entered, int length, String field) {
        if (entered == null || String.valueOf(entered).isBlank()) {
            return null;
        }
        var text = String.valueOf(entered).strip();
        if (text.length() > length) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, field + "最多 " + length + " 字");
        }
        return text;
    }

    /** Forms send ISO-8601 text, with an offset or in the business's own zone; programs may send a date. */
    private static @Nullable Instant instant(@Nullable Object entered) {
        if (entered instanceof Date date) {
            return date.toInstant();
        }
        if (entered == null || String.valueOf(entered).isBlank()) {
            return null;
        }
        var text = String.valueOf(entered).strip();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(text).atZone(BusinessTime.ZONE).toInstant();
            } catch (DateTimeParseException neither) {
                throw ProblemException.invalid(ProblemCode.ESTIMATED_DELIVERY_INVALID, "预计送达时间格式有误");
            }
        }
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
