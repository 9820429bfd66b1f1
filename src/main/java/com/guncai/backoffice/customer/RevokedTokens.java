package com.guncai.backoffice.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tokens whose owners signed out. Void at once at the node that was asked; the others look in the table every other second
 * instead of at each request.
 */
@Component
class RevokedTokens {
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    RevokedTokens(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean contains(String tokenId) {
        return known.containsKey(tokenId);
    }

    /** Again is as once. */
    void add(String tokenId, Instant expiresAt) {
        if (known.put(tokenId, expiresAt) == null) {
            jdbc.update("delete from revoked_token where token_id = ?", tokenId);
            jdbc.update(
                    "insert into revoked_token (token_id, expires_at) values (?, ?)",
                    tokenId,
                    Timestamp.from(expiresAt));
        }
    }

    @Scheduled(initialDelay = 0, fixedDelayString = "${backoffice.session.look-for-revoked-every}")
    void refresh() {
        jdbc.query("select token_id, expires_at from revoked_token", row -> {
            known.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
    }

    /** An expired token is void by itself. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void prune() {
        var now = clock.instant();
        jdbc.update("delete from revoked_token where expires_at <= ?", Timestamp.from(now));
        known.values().removeIf(expiresAt -> !expiresAt.isAfter(now));
    }
}
