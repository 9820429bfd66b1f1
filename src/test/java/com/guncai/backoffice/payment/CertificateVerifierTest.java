package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.binarywang.wxpay.v3.auth.Verifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CertificateVerifierTest {
    private final Clock clock = mock(Clock.class);
    private Instant now = Instant.parse("2026-11-24T04:00:00Z");

    CertificateVerifierTest() {
        when(clock.instant()).thenAnswer(call -> now);
        when(clock.getZone()).thenReturn(ZoneOffset.UTC);
    }

    @Test
    void theyAreDownloadedOnceAnHour() {
        var certificates = downloads(says(true), says(false));
        assertThat(verifies(certificates)).isTrue();
        now = now.plus(Duration.ofMinutes(59));
        assertThat(verifies(certificates)).isTrue();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(verifies(certificates)).isFalse();
    }

    @Test
    void whileWeChatPayIsDownTheKnownOnesStay() {
        var certificates = downloads(says(true), down(), says(false));
        assertThat(verifies(certificates)).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(verifies(certificates)).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(verifies(certificates)).isFalse();
    }

    @Test
    void withoutAnyNothingIsJudged() {
        var certificates = downloads(down(), says(true));
        assertThatThrownBy(() -> verifies(certificates)).hasMessage("down");
        assertThat(verifies(certificates)).isTrue();
    }

    @Test
    void aMalformedSignatureIsAWrongOne() {
        var verifier = mock(Verifier.class);
        when(verifier.verify(any(), any(), any())).thenThrow(new IllegalArgumentException("no base64"));
        assertThat(verifies(downloads(() -> verifier))).isFalse();
    }

    private boolean verifies(CertificateVerifier certificates) {
        return certificates.verify("1A", new byte[0], "signature");
    }

    @SafeVarargs
    private CertificateVerifier downloads(Supplier<Verifier>... answers) {
        Deque<Supplier<Verifier>> next = new ArrayDeque<>(Arrays.asList(answers));
        return new CertificateVerifier(() -> next.remove().get(), clock);
    }

    private static Supplier<Verifier> says(boolean valid) {
        var verifier = mock(Verifier.class);
        when(verifier.verify(any(), any(), any())).thenReturn(valid);
        return () -> verifier;
    }

    private static Supplier<Verifier> down() {
        return () -> {
            throw new IllegalStateException("down");
        };
    }
}
