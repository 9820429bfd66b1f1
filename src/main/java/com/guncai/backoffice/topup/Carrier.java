package com.guncai.backoffice.topup;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Whose a number was when it was given out, by the segments of 我国公众移动通信网网号及H0分配情况 (MIIT, end of March 2023).
 * Its owner may have taken it to another carrier since (携号转网).
 */
enum Carrier {
    MOBILE("中国移动", "134[0-8]|13[5-9]|14[78]|15[0-27-9]|165|170[356]|17[28]|18[23478]|19[578]"),
    UNICOM("中国联通", "13[0-2]|14[56]|15[56]|16[67]|170[47-9]|17[156]|18[56]|196"),
    TELECOM("中国电信", "133|1349|149|153|162|170[0-2]|17[37]|1740[0-5]|18[019]|19[0139]"),
    BROADNET("中国广电", "192"),
    UNKNOWN("未知", "");

    /** Segments of resellers (移动转售), whom Alipay lists by their own names. */
    private static final Pattern RESOLD = Pattern.compile("(17[01]|16[257]).*");

    private final String label;
    private final Pattern segments;

    Carrier(String label, String segments) {
        this.label = label;
        this.segments = Pattern.compile("(" + segments + ").*");
    }

    static Carrier of(String phone) {
        return Arrays.stream(values())
                .filter(carrier -> carrier.segments.matcher(phone).matches())
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** For people: {@code 中国移动}, {@code 中国移动（虚拟运营商号段）}, {@code 未知}. */
    static String labelOf(String phone) {
        return of(phone).label + (RESOLD.matcher(phone).matches() ? "（虚拟运营商号段）" : "");
    }
}
