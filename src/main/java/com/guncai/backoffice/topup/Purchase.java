package com.guncai.backoffice.topup;

import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ReferenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk entered after topping up, checked. Each refusal is a {@link ProblemException} in the clerk's words.
 *
 * @param transactionNo Alipay's or WeChat's number, always written the same way: half-width, without any blank
 * @param costFen what the company paid, in fen
 */
record Purchase(String transactionNo, @Nullable Long costFen) {
    static Purchase entered(@Nullable Object transactionNo, @Nullable Object costYuan) {
        var number = ReferenceNumber.entered(transactionNo, "充值流水号", ProblemCode.TRANSACTION_NO_INVALID);
        if (number.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.TRANSACTION_NO_REQUIRED, "请填写充值流水号");
        }
        return new Purchase(number, Money.fenOfYuanIfAny(costYuan));
    }
}
