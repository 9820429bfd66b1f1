package com.guncai.backoffice.flower;

import com.guncai.backoffice.flower.DeliveryRules.Rules;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Where and when flowers can be delivered: in some cities, in slots of whole hours in Asia/Shanghai. */
@Component
class DeliveryArea {
    private final DeliveryRules delivery;
    private final Clock clock;

    DeliveryArea(DeliveryRules delivery, Clock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Both at once, by rules that were read already. */
    void check(Rules rules, String city, Instant slot) {
        check(rules, city);
        check(rules, slot);
    }

    /**
     * @throws ProblemException {@code CITY_NOT_SERVED}
     */
    void check(String city) {
        check(delivery.inForce(), city);
    }

    private static void check(Rules rules, String city) {
        if (!rules.cities().contains(city)) {
            throw ProblemException.invalid(ProblemCode.CITY_NOT_SERVED, "暂不支持配送到该城市");
        }
    }

    /**
     * @throws ProblemException {@code SLOT_NOT_ON_HOUR}, {@code SLOT_OUT_OF_HOURS}, {@code SLOT_CLOSED},
     *     {@code SLOT_TOO_SOON} or {@code SLOT_TOO_FAR}
     */
    void check(Instant slot) {
        check(delivery.inForce(), slot);
    }

    private void check(Rules rules, Instant slot) {
        var local = BusinessTime.local(slot);
        if (!local.equals(local.truncatedTo(ChronoUnit.HOURS))) {
            throw ProblemException.invalid(ProblemCode.SLOT_NOT_ON_HOUR, "配送时段须为整点");
        }
        if (local.getHour() < rules.firstHour() || local.getHour() > rules.lastHour()) {
            throw ProblemException.invalid(
                    ProblemCode.SLOT_OUT_OF_HOURS,
                    "配送时段须在 %d:00 至 %d:00 之间".formatted(rules.firstHour(), rules.lastHour()));
        }
        if (rules.closedDays().contains(local.toLocalDate())) {
            throw ProblemException.invalid(ProblemCode.SLOT_CLOSED, BusinessTime.dayText(slot) + "不配送，请选择其他日期");
        }
        var now = clock.instant();
        if (slot.isBefore(now.plus(Duration.ofMinutes(rules.minLeadMinutes())))) {
            throw ProblemException.invalid(
                    ProblemCode.SLOT_TOO_SOON, "请至少提前 %d 分钟预订".formatted(rules.minLeadMinutes()));
        }
        if (slot.isAfter(now.plus(Duration.ofDays(rules.maxDaysAhead())))) {
            throw ProblemException.invalid(ProblemCode.SLOT_TOO_FAR, "最多可预订 %d 天内的配送".formatted(rules.maxDaysAhead()));
        }
    }
}
