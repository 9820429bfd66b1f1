package com.guncai.backoffice.settings;

import com.guncai.backoffice.settings.SettingChanges.Change;
import com.guncai.backoffice.settings.SettingField.Kind;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How pages write values of settings, and put them into the fields of a form. */
@Component
public class SettingWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /** For people. */
    public String shown(SettingField field, @Nullable Object value) {
        if (value == null || (value instanceof Collection<?> all && all.isEmpty())) {
            return "—";
        }
        return switch (field.kind()) {
            case MONEY -> Money.yuan(((Number) value).longValue());
            case FLAG -> Boolean.TRUE.equals(value) ? "是" : "否";
            case MOMENT -> MINUTE.format(BusinessTime.local(moment(value)));
            case CHOICE -> field.choices().getOrDefault(String.valueOf(value), String.valueOf(value));
            case WEEKDAYS ->
                lines(value).stream()
                        .map(day -> SettingField.WEEKDAY_NAMES.get(Integer.parseInt(day) - 1))
                        .collect(Collectors.joining("、"));
            case LINES -> String.join("；", lines(value));
            default -> String.valueOf(value);
        };
    }

    /** What stands in the field of a form. */
    public String typed(SettingField field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case MONEY -> Money.plainYuan(((Number) value).longValue());
            case MOMENT -> INPUT.format(BusinessTime.local(moment(value)));
            case LINES -> String.join("\n", lines(value));
            default -> String.valueOf(value);
        };
    }

    public boolean chosen(@Nullable Object value, String choice) {
        return value instanceof Collection<?> all ? all.contains(choice) : choice.equals(String.valueOf(value));
    }

    public List<String> weekdays() {
        return SettingField.WEEKDAY_NAMES;
    }

    public String time(Instant at) {
        return MINUTE.format(BusinessTime.local(at));
    }

    /** The fields that a change touched: label, before, after. */
    public List<List<String>> touched(SettingsList list, Change change) {
        var before = Objects.requireNonNullElse(change.before(), Map.<String, @Nullable Object>of());
        var after = Objects.requireNonNullElse(change.after(), Map.<String, @Nullable Object>of());
        var lines = new ArrayList<List<String>>();
        for (var field : list.fields()) {
            if (!Objects.equals(before.get(field.key()), after.get(field.key()))) {
                lines.add(List.of(
                        field.label(), shown(field, before.get(field.key())), shown(field, after.get(field.key()))));
            }
        }
        return lines;
    }

    public String kind(Change change) {
        return change.revert() ? "撤回" : change.before() == null ? "新增" : change.after() == null ? "删除" : "修改";
    }

    public boolean is(SettingField field, String kind) {
        return field.kind() == Kind.valueOf(kind);
    }

    private static Instant moment(Object value) {
        return OffsetDateTime.parse(String.valueOf(value)).toInstant();
    }

    private static List<String> lines(Object value) {
        return value instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
