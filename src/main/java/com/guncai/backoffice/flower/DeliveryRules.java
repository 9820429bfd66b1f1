package com.guncai.backoffice.flower;

import com.guncai.backoffice.settings.SettingField;
import com.guncai.backoffice.settings.SettingsList;
import com.guncai.backoffice.settings.StoredSettings;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where and when flowers are delivered, as managers change it; until then, as configured. */
@Component
class DeliveryRules implements SettingsList {
    private static final String KEY = "delivery";
    private static final String CITIES = "cities";
    private static final String FIRST = "firstHour";
    private static final String LAST = "lastHour";
    private static final String LEAD = "minLeadMinutes";
    private static final String AHEAD = "maxDaysAhead";
    private static final String CLOSED = "closedDays";

    private final StoredSettings stored;
    private final FlowerProperties properties;

    DeliveryRules(StoredSettings stored, FlowerProperties properties) {
        this.stored = stored;
        this.properties = properties;
    }

    /** What counts at this moment; one statement. */
    Rules inForce() {
        return rules(values());
    }

    /** What counts by what is kept; {@code null} while nobody saved anything. */
    Rules rules(@Nullable String kept) {
        return rules(kept == null ? configured() : stored.read(kept));
    }

    private static Rules rules(Map<String, @Nullable Object> values) {
        return new Rules(
                StoredSettings.lines(values, CITIES),
                (int) StoredSettings.number(values, FIRST, 0),
                (int) StoredSettings.number(values, LAST, 0),
                (int) StoredSettings.number(values, LEAD, 0),
                (int) StoredSettings.number(values, AHEAD, 0),
                StoredSettings.lines(values, CLOSED).stream()
                        .map(LocalDate::parse)
                        .toList());
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "鲜花配送";
    }

    @Override
    public String hint() {
        return "配送城市、时段、最少提前多久、不配送的日子。已下的订单不变。";
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public List<SettingField> fields() {
        return List.of(
                SettingField.lines(CITIES, "配送城市", 10),
                SettingField.number(FIRST, "最早时段（点）", 0, 23),
                SettingField.number(LAST, "最晚时段（点）", 0, 23),
                SettingField.number(LEAD, "最少提前（分钟）", 0, 10_080),
                SettingField.number(AHEAD, "最多提前（天）", 1, 365),
                SettingField.lines(CLOSED, "不配送的日子", 10).orEmpty().help("一行一天，如 2027-02-06"));
    }

    @Override
    public List<Item> items() {
        return List.of(new Item(KEY, "配送范围和时段", values()));
    }

    private Map<String, @Nullable Object> values() {
        var saved = stored.find(KEY, KEY);
        return saved == null ? configured() : saved;
    }

    private Map<String, @Nullable Object> configured() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(CITIES, properties.cities());
        values.put(FIRST, (long) properties.firstHour());
        values.put(LAST, (long) properties.lastHour());
        values.put(LEAD, (long) properties.minLeadMinutes());
        values.put(AHEAD, (long) properties.maxDaysAhead());
        values.put(CLOSED, null);
        return values;
    }

    @Override
    public void save(String id, Map<String, @Nullable Object> values) {
        if (StoredSettings.number(values, FIRST, 0) > StoredSettings.number(values, LAST, 0)) {
            throw invalid("最早时段不能晚于最晚时段");
        }
        for (var day : StoredSettings.lines(values, CLOSED)) {
            try {
                LocalDate.parse(day);
            } catch (DateTimeException unreadable) {
                throw invalid("不配送的日子“" + day + "”须写成 2027-02-06 的样子");
            }
        }
        stored.save(KEY, id, values);
    }

    private static ProblemException invalid(String complaint) {
        return ProblemException.invalid(ProblemCode.SETTING_INVALID, complaint);
    }

    record Rules(
            List<String> cities,
            int firstHour,
            int lastHour,
            int minLeadMinutes,
            int maxDaysAhead,
            List<LocalDate> closedDays) {}
}
