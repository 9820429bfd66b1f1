package com.guncai.backoffice.notification;

import com.guncai.backoffice.settings.StoredSettings;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's hours at a desk, week by week, Asia/Shanghai.
 *
 * @param days of the week on which it begins, 1 for Monday
 * @param to when it ends; the day after when that is not later than {@code from}
 * @param standIn who has the hours instead up to a day; {@code null} for nobody
 */
record DutyShift(
        String desk,
        String phone,
        List<String> days,
        LocalTime from,
        LocalTime to,
        @Nullable String standIn,
        @Nullable LocalDate standInUntil) {
    static final String DESK = "desk";
    static final String PERSON = "person";
    static final String PHONE = "phone";
    static final String DAYS = "days";
    static final String FROM = "from";
    static final String TO = "to";
    static final String STAND_IN = "standInPhone";
    static final String STAND_IN_UNTIL = "standInUntil";

    static DutyShift of(Map<String, @Nullable Object> values) {
        var until = StoredSettings.text(values, STAND_IN_UNTIL);
        var standIn = StoredSettings.text(values, STAND_IN);
        return new DutyShift(
                StoredSettings.text(values, DESK),
                StoredSettings.text(values, PHONE),
                StoredSettings.lines(values, DAYS),
                LocalTime.parse(StoredSettings.text(values, FROM)),
                LocalTime.parse(StoredSettings.text(values, TO)),
                standIn.isEmpty() ? null : standIn,
                until.isEmpty() ? null : LocalDate.parse(until));
    }

    boolean covers(Instant now) {
        return begin(now) != null;
    }

    /** The phone of whoever has the hours that cover a moment; of those that began before midnight, who had them then. */
    String phoneAt(Instant now) {
        var begin = begin(now);
        return standIn != null && standInUntil != null && begin != null && !begin.isAfter(standInUntil)
                ? standIn
                : phone;
    }

    /** The day on which the hours began that cover a moment; {@code null} when none do. */
    private @Nullable LocalDate begin(Instant now) {
        var local = BusinessTime.local(now);
        var today = local.toLocalDate();
        var time = local.toLocalTime();
        var overnight = !to.isAfter(from);
        if (begins(today) && !time.isBefore(from) && (overnight || time.isBefore(to))) {
            return today;
        }
        return overnight && begins(today.minusDays(1)) && time.isBefore(to) ? today.minusDays(1) : null;
    }

    private boolean begins(LocalDate day) {
        return days.contains(Integer.toString(day.getDayOfWeek().getValue()));
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
