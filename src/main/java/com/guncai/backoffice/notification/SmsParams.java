package com.guncai.backoffice.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes texts fit the variables of Aliyun's notice templates, since Aliyun refuses a whole message for one of them: 1 to 35
 * characters each (document_detail/44357), no link, domain or IP address, no 【】, which belong to the signature, no ¥, no line
 * breaks, no emoji or other pictures. What is left empty gets a word in its place. Every SMS goes through here.
 */
final class SmsParams {
    private static final int LONGEST = 35;

    /** What stands where nothing is left to say and nobody named a word. */
    private static final String SEE_MINI_PROGRAM = "详见小程序";

    /** The visible ASCII of an address; Chinese that follows it without a blank is no part of it. */
    private static final Pattern LINK = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[!-~]*|\\bwww\\.[!-~]*");

    private static final Pattern IP_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?");

    /** Between two names as in {@code example.com}, not in {@code 49.80}. */
    private static final Pattern DOT_OF_A_DOMAIN = Pattern.compile("(?<=[\\p{L}\\p{N}-])\\.(?=[A-Za-z]{2})");

    /** Pictures, and what joins or colours them; also beyond the basic plane, where telephones differ. */
    private static final Pattern PICTURES =
            Pattern.compile("[\\p{So}\\p{Sk}\\p{Cn}\\p{Co}\\p{Cs}\\p{Cf}\\uFE00-\\uFE0F\\u20E3]|[^\\u0000-\\uFFFF]");

    private SmsParams() {}

    /** @param placeholders by name, the word for a text of which nothing is left; also sent for a name that has no text */
    static Map<String, String> fitting(Map<String, String> params, Map<String, String> placeholders) {
        var fitting = new LinkedHashMap<>(placeholders);
        params.forEach((name, text) -> {
            var cut = cut(cleaned(text), LONGEST);
            fitting.put(name, cut.isEmpty() ? placeholders.getOrDefault(name, SEE_MINI_PROGRAM) : cut);
        });
        return fitting;
    }

    private static String cleaned(String text) {
        var words = oneLine(text)
                .replaceAll("¥\\s?([0-9.,]+)", "$1元")
                .replace("¥", "")
                .replace('【', '(')
                .replace('】', ')');
        var unlinked = IP_ADDRESS.matcher(LINK.matcher(words).replaceAll(" ")).replaceAll(" ");
        var spoken = DOT_OF_A_DOMAIN.matcher(unlinked).replaceAll(" ");
        return oneLine(PICTURES.matcher(spoken).replaceAll(""));
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
