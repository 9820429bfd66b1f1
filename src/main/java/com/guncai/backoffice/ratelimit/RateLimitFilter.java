package com.guncai.backoffice.ratelimit;

import com.guncai.backoffice.ratelimit.RateLimitProperties.By;
import com.guncai.backoffice.ratelimit.RateLimitProperties.Call;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.RequestPath;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Answers 429 to whoever calls something costly too often; after the sign-in, so that a customer is known. */
@Component
@Order(0)
class RateLimitFilter extends OncePerRequestFilter {
    private final List<Limit> limits;
    private final BucketTable buckets;
    private final PersonalDataCipher personalData;
    private final TooManyRequests refusal;

    RateLimitFilter(
            RateLimitProperties properties,
            BucketTable buckets,
            PersonalDataCipher personalData,
            TooManyRequests refusal) {
        this.buckets = buckets;
        this.personalData = personalData;
        this.refusal = refusal;
        this.limits = properties.calls().stream()
                .map(call -> new Limit(
                        call,
                        PathPatternParser.defaultInstance.parse(call.path()),
                        configuration(call, properties.factor())))
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = PathContainer.parsePath(RequestPath.of(request));
        var limit = limits.stream()
                .filter(each -> each.isFor(request.getMethod(), path))
                .findFirst()
                .orElse(null);
        var caller = limit == null ? null : caller(limit.call.by(), request);
        if (limit == null || caller == null) {
            chain.doFilter(request, response);
            return;
        }
        var asked = bucket(limit, caller).tryConsumeAndReturnRemaining(1);
        if (asked.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refusal.write(response, Duration.ofNanos(asked.getNanosToWaitForRefill()));
        }
    }

    /** The table holds no address and no name. */
    private BucketProxy bucket(Limit limit, String caller) {
        return buckets.builder()
                .build(limit.call.name() + " " + personalData.digest(caller), () -> limit.configuration);
    }

    private static @Nullable String caller(By by, HttpServletRequest request) {
        if (by == By.ADDRESS) {
            return request.getRemoteAddr();
        }
        var signedIn = request.getUserPrincipal();
        return signedIn == null ? null : signedIn.getName();
    }

    private static BucketConfiguration configuration(Call call, int factor) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity((long) call.requests() * factor)
                        .refillGreedy((long) call.requests() * factor, call.per()))
                .build();
    }

    private record Limit(Call call, PathPattern pattern, BucketConfiguration configuration) {
        boolean isFor(String method, PathContainer path) {
            return method.equals(call.method()) && pattern.matches(path);
        }
    }
}
