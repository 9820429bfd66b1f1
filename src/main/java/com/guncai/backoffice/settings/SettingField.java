package com.guncai.backoffice.settings;

import java.util.List;
import java.util.Map;

/**
 * One value of an item.
 *
 * @param key in JSON: {@code priceFen}
 * @param label Chinese, fit to show
 * @param help what to know when typing it; may be empty
 * @param least of numbers, or how many lines; {@code most} as well, and the longest text, or line
 * @param choices what may be chosen, with its Chinese name; of {@link Kind#CHOICE}
 */
public record SettingField(
        String key,
        String label,
        Kind kind,
        boolean required,
        String help,
        long least,
        long most,
        Map<String, String> choices) {

    /** How it is typed and kept. */
    public enum Kind {
        /** One line. */
        TEXT,
        /** Some lines of text, kept as a list of strings. */
        LINES,
        /** Whole numbers. */
        NUMBER,
        /** Whole fen; typed in yuan. */
        MONEY,
        FLAG,
        /** {@code 2026-12-01} */
        DAY,
        /** {@code 09:00} */
        TIME,
        /** {@code 2026-12-01T09:00+08:00}; typed in Asia/Shanghai. */
        MOMENT,
        PHONE,
        CHOICE,
        /** Days of the week, 1 for Monday, kept as a list of strings. */
        WEEKDAYS
    }

    public static SettingField text(String key, String label, int longest) {
        return new SettingField(key, label, Kind.TEXT, true, "", 0, longest, Map.of());
    }

    /** @param longest of each line */
    public static SettingField lines(String key, String label, int longest) {
        return new SettingField(key, label, Kind.LINES, true, "一行一个", 0, longest, Map.of());
    }

    public static SettingField number(String key, String label, long least, long most) {
        return new SettingField(key, label, Kind.NUMBER, true, "", least, most, Map.of());
    }

    /** From one fen on. */
    public static SettingField money(String key, String label, long mostFen) {
        return new SettingField(key, label, Kind.MONEY, true, "", 1, mostFen, Map.of());
    }

    public static SettingField of(Kind kind, String key, String label) {
        return new SettingField(key, label, kind, true, "", 0, 0, Map.of());
    }

    public static SettingField choice(String key, String label, Map<String, String> choices) {
        return new SettingField(key, label, Kind.CHOICE, true, "", 0, 0, choices);
    }

    /** May stay empty. */
    public SettingField orEmpty() {
        return new SettingField(key, label, kind, false, help, least, most, choices);
    }

    public SettingField help(String text) {
        return new SettingField(key, label, kind, required, text, least, most, choices);
    }

    static final List<String> WEEKDAY_NAMES = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");
}
