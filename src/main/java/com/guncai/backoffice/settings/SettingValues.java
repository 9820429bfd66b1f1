package com.guncai.backoffice.settings;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a manager typed, or a program sent, against its field. */
final class SettingValues {
    static final int MOST_LINES = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private SettingValues() {}

    /**
     * What a program sent, or what is kept: amounts in fen.
     *
     * @throws ProblemException {@code SETTING_INVALID}
     */
    static @Nullable Object checked(SettingField field, @Nullable Object sent) {
        if (sent == null || isEmpty(sent)) {
            if (field.kind() == SettingField.Kind.FLAG) {
                return false;
            }
            if (field.required()) {
                throw invalid(field, "不能为空");
            }
            return null;
        }
        try {
            return switch (field.kind()) {
                case TEXT -> line(field, text(field, sent));
                case PHONE -> phone(field, text(field, sent));
                case LINES -> lines(field, sent);
                case NUMBER, MONEY -> number(field, sent);
                case FLAG -> flag(field, sent);
                case DAY -> LocalDate.parse(text(field, sent)).toString();
                case TIME -> LocalTime.parse(text(field, sent)).toString();
                case MOMENT -> moment(text(field, sent));
                case CHOICE -> choice(field, text(field, sent));
                case WEEKDAYS -> weekdays(field, sent);
            };
        } catch (DateTimeException unreadable) {
            throw invalid(field, "不是有效的日期或时间");
        }
    }

    /** What was typed in a form: amounts in yuan. */
    static @Nullable Object typed(SettingField field, List<String> entered) {
        if (field.kind() == SettingField.Kind.WEEKDAYS) {
            return checked(field, entered);
        }
        var text = entered.isEmpty() ? "" : entered.get(0).strip();
        if (field.kind() == SettingField.Kind.LINES) {
            return checked(field, List.of(text.split("\\R")));
        }
        if (field.kind() == SettingField.Kind.MONEY && !text.isEmpty()) {
            try {
                return checked(field, Money.fenOfYuan(text));
            } catch (ProblemException notAnAmount) {
                throw invalid(field, notAnAmount.code().equals("SETTING_INVALID") ? range(field) : "须为不超过两位小数的金额（元）");
            }
        }
        return checked(field, text);
    }

    private static boolean isEmpty(@Nullable Object sent) {
        return sent == null
                || (sent instanceof String text && text.isBlank())
                || (sent instanceof Collection<?> all && all.stream().allMatch(SettingValues::isEmpty));
    }

    private static String text(SettingField field, Object sent) {
        if (sent instanceof String text) {
            return text.strip();
        }
        throw invalid(field, "须为文字");
    }

    private static String line(SettingField field, String text) {
        if (CONTROL.matcher(text).find()) {
            throw invalid(field, "不能换行，也不能含控制字符");
        }
        if (text.codePointCount(0, text.length()) > field.most() || text.length() > field.most()) {
            throw invalid(field, "最多 " + field.most() + " 字");
        }
        return text;
    }

    private static String phone(SettingField field, String text) {
        if (!MobileNumber.isValid(text)) {
            throw invalid(field, "须为 11 位手机号");
        }
        return text;
    }

    private static List<String> lines(SettingField field, Object sent) {
        if (!(sent instanceof Collection<?> all)) {
            throw invalid(field, "须为列表");
        }
        var lines = new ArrayList<String>();
        for (var each : all) {
            if (!isEmpty(each)) {
                lines.add(line(field, String.valueOf(each).strip()));
            }
        }
        if (lines.stream().distinct().count() < lines.size()) {
            throw invalid(field, "有重复的行");
        }
        if (lines.size() > MOST_LINES) {
            throw invalid(field, "最多 " + MOST_LINES + " 行");
        }
        return List.copyOf(lines);
    }

    private static Long number(SettingField field, Object sent) {
        long number;
        if (sent instanceof Integer || sent instanceof Long) {
            number = ((Number) sent).longValue();
        } else if (sent instanceof String text && text.strip().matches("-?\\d{1,15}")) {
            number = Long.parseLong(text.strip());
        } else {
            throw invalid(field, "须为整数");
        }
        if (number < field.least() || number > field.most()) {
            throw invalid(field, range(field));
        }
        return number;
    }

    private static String range(SettingField field) {
        return field.kind() == SettingField.Kind.MONEY
                ? "须为 %s 到 %s 元".formatted(Money.plainYuan(field.least()), Money.plainYuan(field.most()))
                : "须为 %d 到 %d".formatted(field.least(), field.most());
    }

    private static Boolean flag(SettingField field, Object sent) {
        if (sent instanceof Boolean flag) {
            return flag;
        }
        var text = text(field, sent);
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw invalid(field, "须为是或否");
    }

    private static String moment(String text) {
        var at = text.matches(".*([+-]\\d{2}:\\d{2}|Z)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(BusinessTime.ZONE).toInstant();
        return BusinessTime.offset(at).toString();
    }

    private static String choice(SettingField field, String text) {
        if (!field.choices().containsKey(text)) {
            throw invalid(field, "没有这个选项");
        }
        return text;
    }

    private static List<String> weekdays(SettingField field, Object sent) {
        if (!(sent instanceof Collection<?> all)) {
            throw invalid(field, "须为列表");
        }
        var days = all.stream().map(String::valueOf).distinct().sorted().toList();
        if (!days.stream().allMatch(day -> day.matches("[1-7]"))) {
            throw invalid(field, "须为 1（周一）到 7（周日）");
        }
        return days;
    }

    static ProblemException invalid(SettingField field, String complaint) {
        return ProblemException.invalid(ProblemCode.SETTING_INVALID, field.label() + "：" + complaint);
    }
}
