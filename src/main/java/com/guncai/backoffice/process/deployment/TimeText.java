package com.guncai.backoffice.process.deployment;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a time as a diagram writes it, and how to write it; {@code null} when nothing is. */
final class TimeText {
    private static final Pattern PERIOD =
            Pattern.compile("P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
    private static final Pattern AMOUNT = Pattern.compile("[+-]?P?T?([+-]?\\d+(?:\\.\\d+)?)\\s*(\\p{L}*)");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("", "M"),
            Map.entry("M", "M"),
            Map.entry("分", "M"),
            Map.entry("分钟", "M"),
            Map.entry("MIN", "M"),
            Map.entry("H", "H"),
            Map.entry("时", "H"),
            Map.entry("小时", "H"),
            Map.entry("S", "S"),
            Map.entry("秒", "S"),
            Map.entry("D", "D"),
            Map.entry("天", "D"));

    private TimeText() {}

    static @Nullable String ofPeriod(String text) {
        if (PERIOD.matcher(text).matches()) {
            return text.matches("\\D*(0\\D+)*") ? "是 0：写大于 0 的时间，例如 PT30M（30 分钟）" : null;
        }
        return (text.contains("-") ? "不能是负数" : "看不懂") + "：" + mend(text);
    }

    /** A date, or a period from now on. */
    static @Nullable String ofDate(String text) {
        return text.startsWith("P") || !isDate(text) ? isDate(text) ? null : ofPeriod(text) : null;
    }

    static @Nullable String ofCycle(String text) {
        if (text.startsWith("R")) {
            var parts = text.split("/");
            var period = parts[parts.length - 1];
            return parts.length < 2 || !parts[0].matches("R\\d*")
                    ? "看不懂：例如写 R3/PT10M（每 10 分钟一次，共 3 次）"
                    : isDate(period) ? null : ofPeriod(period);
        }
        try {
            return new CycleBusinessCalendar().resolveDuedate(text, new Date()) == null ? "永远不会到：" + mend(text) : null;
        } catch (RuntimeException unreadable) {
            return "看不懂：例如写 R3/PT10M（每 10 分钟一次，共 3 次），或 0 0 9 * * ?（每天 9 点）";
        }
    }

    /** {@code R3/PT1M}, or {@code PT1M,PT5M}. */
    static @Nullable String ofRetries(String text) {
        if (text.startsWith("R")) {
            return ofCycle(text);
        }
        for (var part : text.split(",", -1)) {
            var fault = ofPeriod(part.strip());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static boolean isDate(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException withoutZone) {
            try {
                LocalDateTime.parse(text);
                return true;
            } catch (DateTimeException unreadable) {
                return text.matches("\\d{4}-\\d{2}-\\d{2}");
            }
        }
    }

    private static String mend(String text) {
        var amount = AMOUNT.matcher(text.strip().toUpperCase(Locale.ROOT));
        var unit = amount.matches() ? UNITS.get(amount.group(2)) : null;
        if (unit == null) {
            return "45 分钟写 PT45M，2 小时写 PT2H，3 天写 P3D";
        }
        var number = Math.abs(Double.parseDouble(amount.group(1)));
        if (number % 1 != 0 && !unit.equals("S")) {
            number = unit.equals("D") ? number * 24 : number * 60;
            unit = unit.equals("D") ? "H" : unit.equals("H") ? "M" : "S";
        }
        var whole = String.valueOf(Math.round(number));
        return switch (unit) {
            case "D" -> "%s 天写 P%sD".formatted(whole, whole);
            case "H" -> "%s 小时写 PT%sH".formatted(whole, whole);
            case "S" -> "%s 秒写 PT%sS".formatted(whole, whole);
            default -> "%s 分钟写 PT%sM，%s 小时写 PT%sH".formatted(whole, whole, whole, whole);
        };
    }
}
