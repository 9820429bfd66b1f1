package com.guncai.backoffice.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that clerks copy from Alipay, Meituan or a bank, always written the same way, so that equal ones are equal. */
public final class ReferenceNumber {
    /** Blanks, and what cannot be seen but comes along when a number is copied. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{C}]");

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._/:#-]*");

    private ReferenceNumber() {}

    /**
     * Half-width and without any blank; empty when nothing was entered.
     *
     * @param field its name on screen, for the error
     * @throws ProblemException {@code TEXT_TOO_LONG} beyond 64 characters; with {@code invalidCode} when it is no such number, or
     *     came as a floating-point number, which has lost its last digits
     */
    public static String entered(@Nullable Object entered, String field, ProblemCode invalidCode) {
        if (entered instanceof Double || entered instanceof Float) {
            throw ProblemException.invalid(invalidCode, field + "须按文字填写，否则末几位会丢失");
        }
        var number = plain(entered == null ? "" : String.valueOf(entered));
        if (number.length() > 64) {
            throw ProblemException.invalid(ProblemCode.TEXT_TOO_LONG, field + "最多 64 位");
        }
        if (!number.isEmpty() && !isNumber(number)) {
            throw ProblemException.invalid(invalidCode, field + "只能是数字和字母，请从账单里复制");
        }
        return number;
    }

    /** Half-width and without any blank. */
    public static String plain(String entered) {
        return INVISIBLE
                .matcher(Normalizer.normalize(entered, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    /** Whether a plain text is written as such numbers are. */
    public static boolean isNumber(String plain) {
        return NUMBER.matcher(plain).matches();
    }
}
