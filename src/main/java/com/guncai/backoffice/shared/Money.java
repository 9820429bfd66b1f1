package com.guncai.backoffice.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts are whole fen in {@code long}; yuan exist only where people read or type them. */
public final class Money {
    private Money() {}

    /** For people: {@code ¥99.00}. */
    public static String yuan(long fen) {
        return "¥" + BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** For people, of what may be below zero: {@code −¥99.00}. */
    public static String signedYuan(long fen) {
        return fen < 0 ? "−" + yuan(-fen) : yuan(fen);
    }

    /** Within a sentence: {@code 30}, {@code 29.90}. */
    public static String plainYuan(long fen) {
        var yuan = BigDecimal.valueOf(fen, 2);
        return fen % 100 == 0 ? yuan.toBigInteger().toString() : yuan.toPlainString();
    }

    /** As {@link #fenOfYuan}, for a field that may stay empty: {@code null} then. */
    public static @Nullable Long fenOfYuanIfAny(@Nullable Object yuan) {
        return yuan == null || String.valueOf(yuan).isBlank() ? null : fenOfYuan(yuan);
    }

    /**
     * What a clerk typed as yuan, in fen.
     *
     * @throws ProblemException {@code AMOUNT_INVALID} unless it is a number from 0 to 1,000,000 with at most two decimals
     */
    public static long fenOfYuan(Object yuan) {
        return fenOfYuan(yuan, 1_000_000);
    }

    /** As above, of what companies pay each other. */
    public static long fenOfYuan(Object yuan, long mostYuan) {
        try {
            var amount = DecimalText.parse(yuan);
            if (amount.signum() >= 0 && amount.compareTo(BigDecimal.valueOf(mostYuan)) <= 0) {
                return amount.setScale(2, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            // falls through to the one answer
        }
        throw ProblemException.invalid(ProblemCode.AMOUNT_INVALID, "金额须为不超过两位小数的非负数（元）");
    }
}
