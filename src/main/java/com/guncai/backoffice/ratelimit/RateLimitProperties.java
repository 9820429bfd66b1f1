package com.guncai.backoffice.ratelimit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one caller may ask for.
 *
 * @param factor multiplies each limit; a sandbox, where everybody has one address, sets it high
 * @param requestsAtOnce of one address, at one node, each holding a thread
 * @param failedSignIns of one address a minute, at one node
 * @param calls limits of single calls, kept in the database for all nodes
 */
@Validated
@ConfigurationProperties("backoffice.rate-limits")
record RateLimitProperties(
        @DefaultValue("1") @Positive int factor,
        @DefaultValue("60") @Positive int requestsAtOnce,
        @DefaultValue("20") @Positive int failedSignIns,
        @DefaultValue List<@Valid Call> calls) {

    /**
     * @param name under which the count is kept
     * @param method as {@code POST}
     * @param path as Spring writes patterns
     * @param by whose calls are counted together
     * @param requests how many
     * @param per within which time
     */
    record Call(
            @NotNull String name,
            @NotNull String method,
            @NotNull String path,
            @NotNull By by,
            @Positive int requests,
            @NotNull Duration per) {}

    enum By {
        ADDRESS,
        /** Who is signed in; nobody is counted where nobody is. */
        CUSTOMER
    }
}
