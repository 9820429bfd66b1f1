package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.guncai.backoffice.settings.StoredSettings;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two cities, from nine to twenty o'clock, two hours to thirty days ahead. It is ten in the morning. */
class DeliveryAreaTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00+08:00");

    private final DeliveryArea area = new DeliveryArea(
            new DeliveryRules(nothingSaved(), new FlowerProperties(List.of("南宁", "柳州"), 9, 20, 120, 30)),
            Clock.fixed(NOW, BusinessTime.ZONE));

    private static StoredSettings nothingSaved() {
        var stored = mock(StoredSettings.class);
        when(stored.find("delivery", "delivery")).thenReturn(null);
        return stored;
    }

    @ParameterizedTest
    @ValueSource(strings = {"南宁", "柳州"})
    void aCityOfTheAreaIsServed(String city) {
        assertThatCode(() -> area.check(city)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"广州", "南宁市", ""})
    void anyOtherCityIsNot(String city) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> area.check(city))
                        .code())
                .isEqualTo("CITY_NOT_SERVED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00+08:00, the first after the lead time",
        "2026-11-25T09:00+08:00, the first of a day",
        "2026-11-24T20:00+08:00, the last of a day",
        "2026-11-25T02:00Z, ten o'clock written elsewhere",
        "2026-12-24T10:00+08:00, the last of all"
    })
    void aSlotIsTaken(OffsetDateTime slot, String which) {
        assertThatCode(() -> area.check(slot.toInstant())).as(which).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:30+08:00, SLOT_NOT_ON_HOUR",
        "2026-11-25T10:00:01+08:00, SLOT_NOT_ON_HOUR",
        "2026-11-25T08:00+08:00, SLOT_OUT_OF_HOURS",
        "2026-11-25T21:00+08:00, SLOT_OUT_OF_HOURS",
        "2026-11-25T00:00+08:00, SLOT_OUT_OF_HOURS",
        "2026-11-24T11:00+08:00, SLOT_TOO_SOON",
        "2026-11-23T12:00+08:00, SLOT_TOO_SOON",
        "2026-12-24T11:00+08:00, SLOT_TOO_FAR"
    })
    void aSlotIsRefused(OffsetDateTime slot, String code) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> area.check(slot.toInstant()))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void aRefusalNamesTheHours() {
        var refusal = catchThrowableOfType(
                ProblemException.class, () -> area.check(Instant.parse("2026-11-25T21:00:00+08:00")));

        assertThat(refusal.detail()).isEqualTo("配送时段须在 9:00 至 20:00 之间");
    }
}
