package com.guncai.backoffice.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The business runs on Asia/Shanghai; every instant comes from the one injected {@link Clock}. */
@Configuration(proxyBeanMethods = false)
public class BusinessTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日（E）", Locale.CHINA);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZONE);
    }

    /** The present, in the microseconds that the database keeps. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The day that the business's calendars show. */
    public static LocalDate today(Clock clock) {
        return local(clock.instant()).toLocalDate();
    }

    /** When a day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** Until when something is valid of which a day is the last. */
    public static Instant lastSecondOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(ZONE).toInstant();
    }

    /** For the API: ISO-8601 with the offset of the business's zone. */
    public static OffsetDateTime offset(Instant instant) {
        return local(instant).toOffsetDateTime();
    }

    public static ZonedDateTime local(Instant instant) {
        return instant.atZone(ZONE);
    }

    /** For people: {@code 11月24日 10:00}. */
    public static String text(Instant instant) {
        return MINUTE.format(local(instant));
    }

    /** For people: {@code 11月24日（周二）}. */
    public static String dayText(Instant instant) {
        return DAY.format(local(instant));
    }
}
