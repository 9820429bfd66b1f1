package com.guncai.backoffice.sandbox.wechat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Access tokens: the stable kind stays the same until it expires or is forced, so that several nodes share one; asking
 * for the classic kind voids the classic one before it.
 */
final class AccessTokens {
    private static final Duration VALID = Duration.ofHours(2);

    private final Clock clock;
    private Token stable;
    private Token classic;

    AccessTokens(Clock clock) {
        this.clock = clock;
        stable = new Token("", Instant.MIN);
        classic = new Token("", Instant.MIN);
    }

    synchronized ObjectNode stable(boolean force) {
        if (force || !stable.until().isAfter(clock.instant())) stable = fresh();
        return json(stable);
    }

    synchronized ObjectNode classic() {
        classic = fresh();
        return json(classic);
    }

    /** @throws WeChatError 41001 without a token, 42001 with an expired one, 40001 with any other */
    synchronized void check(String value) {
        if (value.isEmpty()) throw new WeChatError(41001, "access_token missing");
        for (var token : new Token[] {stable, classic}) {
            if (!token.value().equals(value)) continue;
            if (token.until().isAfter(clock.instant())) return;
            throw new WeChatError(42001, "access_token expired");
        }
        throw new WeChatError(40001, "invalid credential, access_token is invalid or not latest");
    }

    private Token fresh() {
        return new Token("90_" + WeChatUsers.token(61), clock.instant().plus(VALID));
    }

    private ObjectNode json(Token token) {
        return Json.object()
                .put("access_token", token.value())
                .put(
                        "expires_in",
                        Duration.between(clock.instant(), token.until()).toSeconds());
    }

    private record Token(String value, Instant until) {}
}
