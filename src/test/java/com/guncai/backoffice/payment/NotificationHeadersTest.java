package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationHeadersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"0, true", "-300, true", "300, true", "-301, false", "301, false", "-86400, false"})
    void fiveMinutesEitherWayAreTimely(long seconds, boolean timely) {
        var sent = String.valueOf(NOW.getEpochSecond() + seconds);
        assertThat(new NotificationHeaders(sent, "n", "s", "1").isTimely(CLOCK)).isEqualTo(timely);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "yesterday", "9223372036854775807", "-9223372036854775808", "99999999999999999999"})
    void whatIsNoTimeIsNotTimely(String timestamp) {
        assertThat(new NotificationHeaders(timestamp, "n", "s", "1").isTimely(CLOCK))
                .isFalse();
    }

    @Test
    void eachHeaderIsNeeded() {
        assertThat(new NotificationHeaders("1", "n", "s", "1").isComplete()).isTrue();
        assertThat(new NotificationHeaders(null, "n", "s", "1").isComplete()).isFalse();
        assertThat(new NotificationHeaders("1", "", "s", "1").isComplete()).isFalse();
        assertThat(new NotificationHeaders("1", "n", " ", "1").isComplete()).isFalse();
        assertThat(new NotificationHeaders("1", "n", "s", null).isComplete()).isFalse();
    }

    @Test
    void aProbeIsKnownByItsSignature() {
        assertThat(new NotificationHeaders("1", "n", "WECHATPAY/SIGNTEST/abc", "1").isProbe())
                .isTrue();
        assertThat(new NotificationHeaders("1", "n", "abc", "1").isProbe()).isFalse();
    }
}
