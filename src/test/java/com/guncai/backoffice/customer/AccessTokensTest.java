package com.guncai.backoffice.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.customer.SessionProperties.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtException;

/** Tokens are signed, end, and outlive a change of keys. */
class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Duration TTL = Duration.ofDays(7);
    private static final Key OLD = key("k1", "the key of last year............");
    private static final Key NEW = key("k2", "the key of this year............");

    @Test
    void aTokenNamesItsCustomerUntilItEnds() {
        var issued = at(NOW, OLD).issue("42");

        assertThat(issued.expiresAt()).isEqualTo(NOW.plus(TTL));
        assertThat(at(NOW.plus(TTL).minusSeconds(1), OLD).decode(issued.token()).getSubject())
                .isEqualTo("42");
        assertThatThrownBy(() -> at(NOW.plus(TTL).plusSeconds(1), OLD).decode(issued.token()))
                .isInstanceOf(JwtException.class);
    }

    @Test
    void aNewKeyInFrontSignsAndTheOldOneStillVerifies() {
        var before = at(NOW, OLD).issue("42").token();
        var rotated = at(NOW, NEW, OLD);
        var after = rotated.issue("43").token();

        assertThat(rotated.decode(before).getSubject()).isEqualTo("42");
        assertThat(rotated.decode(after).getSubject()).isEqualTo("43");
        assertThat(rotated.decode(after).getHeaders()).containsEntry("kid", "k2");
    }

    @Test
    void aKeyThatWasDroppedEndsItsTokens() {
        var before = at(NOW, OLD).issue("42").token();

        assertThatThrownBy(() -> at(NOW, NEW).decode(before)).isInstanceOf(JwtException.class);
    }

    @Test
    void anotherKeyUnderTheSameNameIsForged() {
        var forged = at(NOW, key("k1", "a key that somebody made up....."))
                .issue("42")
                .token();

        assertThatThrownBy(() -> at(NOW, OLD).decode(forged)).isInstanceOf(JwtException.class);
    }

    @Test
    void aTokenSaysNothingPersonal() {
        var payload = at(NOW, OLD).issue("42").token().split("\\.")[1];

        assertThat(new String(Base64.getUrlDecoder().decode(payload)))
                .matches(
                        "\\{\"iss\":\"guncai-backoffice\",\"sub\":\"42\",\"exp\":%d,\"iat\":%d,\"jti\":\"[0-9a-f-]{36}\"}"
                                .formatted(NOW.plus(TTL).getEpochSecond(), NOW.getEpochSecond()));
    }

    private static AccessTokens at(Instant now, Key... keys) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new AccessTokens(
                new SessionProperties(List.of(keys), TTL), new RevokedTokens(new JdbcTemplate(), clock), clock);
    }

    private static Key key(String id, String secret) {
        return new Key(id, Base64.getEncoder().encodeToString(secret.getBytes()));
    }
}
