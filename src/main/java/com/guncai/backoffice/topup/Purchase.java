package com.guncai.backoffice.topup;

import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.Problem;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk entered after topping up, checked. Each refusal is a {@link Problem} in the clerk's words.
 *
 * @param transactionNo Alipay's or WeChat's number, always written the same way: half-width, without any blank
 * @param costFen what the company paid, in fen
 */
record Purchase(String transactionNo, @Nullable Long costFen) {
    /** Blanks, and what cannot be seen but comes along when a number is copied. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{C}]");

    private static final Pattern NUMBER = Pattern.compile("[!-~]+");

    static Purchase entered(@Nullable Object transactionNo, @Nullable Object costYuan) {
        var number = number(transactionNo);
        if (number.isEmpty()) {
            throw Problem.invalid("TRANSACTION_NO_REQUIRED", "请填写充值流水号");
        }
        if (number.length() > 64) {
            throw Problem.invalid("TEXT_TOO_LONG", "充值流水号最多 64 位");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.invalid("TRANSACTION_NO_INVALID", "充值流水号只能是数字和字母，请从账单里复制");
        }
        var cost = costYuan == null || String.valueOf(costYuan).isBlank() ? null : Money.fenOfYuan(costYuan);
        return new Purchase(number, cost);
    }

    private static String number(@Nullable Object entered) {
        if (entered == null) {
            return "";
        }
        if (entered instanceof Double || entered instanceof Float) {
            throw Problem.invalid("TRANSACTION_NO_INVALID", "充值流水号须按文字填写，否则末几位会丢失");
        }
        var halfWidth = Normalizer.normalize(String.valueOf(entered), Normalizer.Form.NFKC);
        return INVISIBLE.matcher(halfWidth).replaceAll("");
    }
}
