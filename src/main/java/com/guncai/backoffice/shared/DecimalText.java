package com.guncai.backoffice.shared;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Reads numbers that people typed. {@link BigDecimal} itself takes {@code 1e-10000000}, and whoever then rounds or compares
 * it computes for half a minute.
 */
public final class DecimalText {
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+([.]\\d+)?|[+-]?[.]\\d+");

    private DecimalText() {}

    /**
     * Full-width digits, as an input method may leave them, are read too.
     *
     * @throws NumberFormatException for what is no plain number, has an exponent, or more than 40 characters
     */
    public static BigDecimal parse(Object typed) {
        var text = String.valueOf(typed);
        if (text.length() <= LONGEST) {
            var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            if (plain.length() <= LONGEST && PLAIN.matcher(plain).matches()) {
                return new BigDecimal(plain);
            }
        }
        throw new NumberFormatException("no plain number of at most " + LONGEST + " characters");
    }
}
