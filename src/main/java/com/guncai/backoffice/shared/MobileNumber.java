package com.guncai.backoffice.shared;

import java.util.regex.Pattern;

/** Mobile numbers of mainland China: 11 digits, 13 to 19 first. */
public final class MobileNumber {
    /** For {@code @Pattern} on what customers send. */
    public static final String REGEX = "1[3-9]\\d{9}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private MobileNumber() {}

    public static boolean isValid(String number) {
        return PATTERN.matcher(number).matches();
    }

    /** For screens and logs: {@code 138****0000}. */
    public static String masked(String number) {
        return number.length() < 8 ? "****" : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }
}
