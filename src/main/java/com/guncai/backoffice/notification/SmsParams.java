package com.guncai.backoffice.notification;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes texts fit the variables of Aliyun's notice templates: 1 to 35 characters each (document_detail/44357), no
 * 【】, which belong to the signature, no ¥, no line breaks, no emoji. Too much is cut, since Aliyun refuses the whole message.
 */
final class SmsParams {
    private static final int LONGEST = 35;

    private SmsParams() {}

    static Map<String, String> fitting(Map<String, String> params) {
        var fitting = new LinkedHashMap<String, String>();
        params.forEach((name, text) -> {
            var cut = cut(cleaned(text), LONGEST);
            if (!cut.isEmpty()) {
                fitting.put(name, cut);
            }
        });
        return fitting;
    }

    private static String cleaned(String text) {
        return oneLine(text)
                .replaceAll("¥\\s?([0-9.,]+)", "$1元")
                .replace('【', '(')
                .replace('】', ')')
                .codePoints()
                .filter(Character::isBmpCodePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Without control characters; runs of blanks become one. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** The first characters, never half of a pair. */
    static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)).strip();
    }
}
