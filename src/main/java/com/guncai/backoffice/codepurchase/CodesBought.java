package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ReferenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk says to have ordered.
 *
 * @param costFen for all of it; {@code null} when nobody said
 * @param externalNo of the seller
 */
record CodesBought(int quantity, @Nullable Long costFen, @Nullable String externalNo) {

    /**
     * @param otherwise the quantity when none is entered
     * @throws ProblemException {@code QUANTITY_INVALID}, {@code AMOUNT_INVALID}, {@code PURCHASE_NO_INVALID}
     */
    static CodesBought entered(
            @Nullable Object quantity, @Nullable Object costYuan, @Nullable Object externalNo, int otherwise) {
        var number = ReferenceNumber.entered(externalNo, "采购单号", ProblemCode.PURCHASE_NO_INVALID);
        return new CodesBought(
                isBlank(quantity) ? otherwise : codes(String.valueOf(quantity)),
                Money.fenOfYuanIfAny(costYuan),
                number.isEmpty() ? null : number);
    }

    static boolean isBlank(@Nullable Object entered) {
        return entered == null || String.valueOf(entered).isBlank();
    }

    private static int codes(String entered) {
        var text = entered.strip();
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw ProblemException.invalid(ProblemCode.QUANTITY_INVALID, "采购数量须为 1 到 999999 的整数");
        }
        return Integer.parseInt(text);
    }
}
