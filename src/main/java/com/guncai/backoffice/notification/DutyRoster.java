package com.guncai.backoffice.notification;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.settings.SettingField;
import com.guncai.backoffice.settings.SettingsList;
import com.guncai.backoffice.settings.StoredSettings;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who of which desk has which phone on which days and hours. A desk's messages go to those on duty, to managers when nobody is;
 * to the configured numbers of a desk for which nobody made a roster yet.
 */
@Component
class DutyRoster implements SettingsList {
    private static final String KEY = "duty";
    private static final String MANAGERS = StaffGroup.MANAGERS.id();

    private final StoredSettings stored;
    private final NotificationProperties properties;
    private final ObjectProvider<StaffGroup> groups;
    private final Clock clock;

    DutyRoster(
            StoredSettings stored, NotificationProperties properties, ObjectProvider<StaffGroup> groups, Clock clock) {
        this.stored = stored;
        this.properties = properties;
        this.groups = groups;
        this.clock = clock;
    }

    /** The numbers that a desk's messages go to at this moment, each once; one statement. */
    List<String> onDuty(String desk) {
        return onDuty(desk, shifts(), clock.instant());
    }

    private List<String> onDuty(String desk, List<DutyShift> shifts, Instant now) {
        var own = ofDesk(desk, shifts, now);
        return own.isEmpty() && !desk.equals(MANAGERS) ? ofDesk(MANAGERS, shifts, now) : own;
    }

    private List<String> ofDesk(String desk, List<DutyShift> shifts, Instant now) {
        if (shifts.stream().noneMatch(shift -> shift.desk().equals(desk))) {
            return properties.onDuty(desk);
        }
        return shifts.stream()
                .filter(shift -> shift.desk().equals(desk) && shift.covers(now))
                .map(shift -> shift.phoneAt(now))
                .distinct()
                .toList();
    }

    private List<DutyShift> shifts() {
        return stored.all(KEY).values().stream().map(DutyShift::of).toList();
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "值班";
    }

    @Override
    public String hint() {
        return "各岗位谁在哪几天、几点值班，短信发到谁的手机。没有人值班时发给主管。";
    }

    @Override
    public int position() {
        return 50;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isRemovable() {
        return true;
    }

    @Override
    public List<SettingField> fields() {
        return List.of(
                SettingField.choice(DutyShift.DESK, "岗位", desks()),
                SettingField.text(DutyShift.PERSON, "姓名", 20),
                SettingField.of(SettingField.Kind.PHONE, DutyShift.PHONE, "手机"),
                SettingField.of(SettingField.Kind.WEEKDAYS, DutyShift.DAYS, "星期"),
                SettingField.of(SettingField.Kind.TIME, DutyShift.FROM, "从"),
                SettingField.of(SettingField.Kind.TIME, DutyShift.TO, "到").help("不晚于“从”就是到第二天；00:00 是到半夜"),
                SettingField.of(SettingField.Kind.PHONE, DutyShift.STAND_IN, "代班人手机")
                        .orEmpty(),
                SettingField.of(SettingField.Kind.DAY, DutyShift.STAND_IN_UNTIL, "代班到（含当天）")
                        .orEmpty());
    }

    private Map<String, String> desks() {
        var desks = new LinkedHashMap<String, String>();
        groups.stream()
                .filter(group -> !group.id().equals(StaffGroup.ADMINISTRATORS.id()))
                .forEach(group -> desks.put(group.id(), group.label()));
        return desks;
    }

    @Override
    public List<Item> items() {
        var desks = desks();
        return stored.all(KEY).entrySet().stream()
                .map(entry -> new Item(entry.getKey(), title(entry.getValue(), desks), entry.getValue()))
                .sorted((a, b) -> a.title().compareTo(b.title()))
                .toList();
    }

    private static String title(Map<String, @Nullable Object> values, Map<String, String> desks) {
        var desk = StoredSettings.text(values, DutyShift.DESK);
        return desks.getOrDefault(desk, desk) + " " + StoredSettings.text(values, DutyShift.PERSON);
    }

    @Override
    public void save(String id, Map<String, @Nullable Object> values) {
        if ((values.get(DutyShift.STAND_IN) == null) != (values.get(DutyShift.STAND_IN_UNTIL) == null)) {
            throw ProblemException.invalid(ProblemCode.SETTING_INVALID, "代班人手机和代班到哪天要一起填，或一起空着");
        }
        stored.save(KEY, id, values);
    }

    @Override
    public void remove(String id) {
        stored.remove(KEY, id);
    }

    /** Who is reached at this moment, desk by desk. */
    @Override
    public List<String> now() {
        var shifts = shifts();
        var now = clock.instant();
        var lines = new ArrayList<String>();
        desks().forEach((desk, label) -> {
            var own = ofDesk(desk, shifts, now);
            var reached =
                    onDuty(desk, shifts, now).stream().map(MobileNumber::masked).toList();
            var who = reached.isEmpty() ? "没有人收得到短信" : String.join("、", reached);
            var noneOfItsOwn = own.isEmpty() && !reached.isEmpty();
            lines.add(label + "的短信现在发给：" + who + (noneOfItsOwn ? "（没有人值班，发给主管）" : ""));
        });
        return lines;
    }
}
