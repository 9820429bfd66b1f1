package com.guncai.backoffice.flower;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Where and when flowers can be delivered: the 14 cities of Guangxi, slots of whole hours in Asia/Shanghai. */
@Component
class DeliveryArea {
    private final FlowerProperties properties;
    private final Clock clock;

    DeliveryArea(FlowerProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @throws ProblemException {@code CITY_NOT_SERVED}
     */
    void check(String city) {
        if (!properties.cities().contains(city)) {
            throw ProblemException.invalid(ProblemCode.CITY_NOT_SERVED, "暂不支持配送到该城市，目前仅限广西 14 个地级市");
        }
    }

    /**
     * @throws ProblemException {@code SLOT_NOT_ON_HOUR}, {@code SLOT_OUT_OF_HOURS}, {@code SLOT_TOO_SOON} or {@code SLOT_TOO_FAR}
     */
    void check(Instant slot) {
        var local = BusinessTime.local(slot);
        if (!local.equals(local.truncatedTo(ChronoUnit.HOURS))) {
            throw ProblemException.invalid(ProblemCode.SLOT_NOT_ON_HOUR, "配送时段须为整点");
        }
        if (local.getHour() < properties.firstHour() || local.getHour() > properties.lastHour()) {
            throw ProblemException.invalid(
                    ProblemCode.SLOT_OUT_OF_HOURS,
                    "配送时段须在 %d:00 至 %d:00 之间".formatted(properties.firstHour(), properties.lastHour()));
        }
        var now = clock.instant();
        if (slot.isBefore(now.plus(Duration.ofMinutes(properties.minLeadMinutes())))) {
            throw ProblemException.invalid(
                    ProblemCode.SLOT_TOO_SOON, "请至少提前 %d 分钟预订".formatted(properties.minLeadMinutes()));
        }
        if (slot.isAfter(now.plus(Duration.ofDays(properties.maxDaysAhead())))) {
            throw ProblemException.invalid(
                    ProblemCode.SLOT_TOO_FAR, "最多可预订 %d 天内的配送".formatted(properties.maxDaysAhead()));
        }
    }
}
