package com.guncai.backoffice.spreadsheet;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What a header calls its column, in the ways in which people write it. */
record HeaderName(String written, String bare) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{C}*:]");
    private static final Pattern REMARK = Pattern.compile("\\((必填|选填|可选|可不填|必需|文本|文本格式|11位)\\)");
    private static final Pattern BRACKETS = Pattern.compile("\\(.*?\\)");

    /** {@code 手机号 *} and {@code 手机号（必填）} are {@code 手机号}; {@code 手机号（业务员）} is that with a remark. */
    static HeaderName of(String text) {
        var even = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        var written = REMARK.matcher(even).replaceAll("");
        return new HeaderName(written, BRACKETS.matcher(written).replaceAll(""));
    }

    /** How well it fits: 0 is the name itself, 1 the name with a remark, 2 another word for it; 3 does not. */
    int distance(String name, List<String> others) {
        if (written.equals(name)) {
            return 0;
        }
        if (bare.equals(name)) {
            return 1;
        }
        return others.contains(bare) ? 2 : 3;
    }
}
