package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.settings.StoredSettings;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** Whose phone rings when. 2026-11-30 is a Monday. */
class DutyRosterTest {
    private static final String CONFIGURED = "13800000001";
    private static final String MANAGER = "13800000009";
    private static final String DAY = "13900000001";
    private static final String NIGHT = "13900000002";
    private static final String STAND_IN = "13900000003";

    private final Map<String, Map<String, @Nullable Object>> shifts = new LinkedHashMap<>();

    @Test
    void untilThereIsARosterTheConfiguredNumbersCount() {
        assertThat(onDuty("flower-desk", "2026-11-30T03:00+08:00")).containsExactly(CONFIGURED);
    }

    @Test
    void whoeverHasTheHourIsTold() {
        shift(DAY, List.of("1", "2", "3", "4", "5"), "09:00", "18:00");

        assertThat(onDuty("flower-desk", "2026-11-30T09:00+08:00")).containsExactly(DAY);
        assertThat(onDuty("flower-desk", "2026-11-30T17:59+08:00")).containsExactly(DAY);
    }

    @Test
    void inTheGapsOfTheRosterManagersAreTold() {
        shift(DAY, List.of("1", "2", "3", "4", "5"), "09:00", "18:00");

        for (var gap : List.of("2026-11-30T08:59+08:00", "2026-11-30T18:00+08:00", "2026-11-29T12:00+08:00")) {
            assertThat(onDuty("flower-desk", gap)).as(gap).containsExactly(MANAGER);
        }
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegan() {
        shift(NIGHT, List.of("1"), "18:00", "09:00");

        assertThat(onDuty("flower-desk", "2026-11-30T23:00+08:00")).containsExactly(NIGHT);
        assertThat(onDuty("flower-desk", "2026-12-01T08:59+08:00")).containsExactly(NIGHT);
        assertThat(onDuty("flower-desk", "2026-12-01T09:00+08:00")).containsExactly(MANAGER);
        assertThat(onDuty("flower-desk", "2026-12-01T18:00+08:00")).containsExactly(MANAGER);
        assertThat(onDuty("flower-desk", "2026-11-30T08:00+08:00")).containsExactly(MANAGER);
    }

    @Test
    void aStandInHasTheHoursUpToItsLastDay() {
        shift(DAY, List.of("1", "2"), "09:00", "18:00")
                .putAll(Map.of(DutyShift.STAND_IN, STAND_IN, DutyShift.STAND_IN_UNTIL, "2026-11-30"));

        assertThat(onDuty("flower-desk", "2026-11-30T10:00+08:00")).containsExactly(STAND_IN);
        assertThat(onDuty("flower-desk", "2026-12-01T10:00+08:00")).containsExactly(DAY);
    }

    @Test
    void severalAtOnceAreAllToldOnce() {
        shift(DAY, List.of("1"), "09:00", "18:00");
        shift(DAY, List.of("1"), "08:00", "12:00");
        shift(NIGHT, List.of("1"), "10:00", "20:00");

        assertThat(onDuty("flower-desk", "2026-11-30T11:00+08:00")).containsExactly(DAY, NIGHT);
    }

    private Map<String, @Nullable Object> shift(String phone, List<String> days, String from, String to) {
        var shift = new HashMap<String, @Nullable Object>(Map.of(
                DutyShift.DESK, "flower-desk",
                DutyShift.PERSON, "甲",
                DutyShift.PHONE, phone,
                DutyShift.DAYS, days,
                DutyShift.FROM, from,
                DutyShift.TO, to));
        shifts.put("s" + shifts.size(), shift);
        return shift;
    }

    @SuppressWarnings("unchecked")
    private List<String> onDuty(String desk, String now) {
        var stored = mock(StoredSettings.class);
        when(stored.all("duty")).thenReturn(shifts);
        var groups = (ObjectProvider<StaffGroup>) mock(ObjectProvider.class);
        when(groups.stream()).thenReturn(Stream.empty());
        var properties = new NotificationProperties(
                Map.of("flower-desk", List.of(CONFIGURED), "managers", List.of(MANAGER)), "", Map.of());
        var clock = Clock.fixed(OffsetDateTime.parse(now).toInstant(), BusinessTime.ZONE);
        return new DutyRoster(stored, properties, groups, clock).onDuty(desk);
    }
}
