package com.guncai.backoffice.ratelimit;

import com.guncai.backoffice.shared.RequestPath;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many passwords an address may try. The account itself is never locked for longer than a second: whoever types
 * wrong ones would hold its owner out. Counted at each node for itself, without a statement for the right ones.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class FailedSignInFilter extends OncePerRequestFilter {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final TooManyRequests refusal;
    private final long most;
    private final Map<String, Bucket> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    FailedSignInFilter(RateLimitProperties properties, TooManyRequests refusal) {
        this.refusal = refusal;
        this.most = (long) properties.failedSignIns() * properties.factor();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return (credentials == null || !credentials.regionMatches(true, 0, "Basic ", 0, 6))
                && !RequestPath.of(request).contains("/auth/user/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket failed;
        synchronized (failures) {
            failed = failures.computeIfAbsent(request.getRemoteAddr(), address -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                    .build());
        }
        var left = failed.estimateAbilityToConsume(1);
        if (!left.canBeConsumed()) {
            refusal.write(response, Duration.ofNanos(left.getNanosToWaitForRefill()));
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            failed.tryConsume(1);
        }
    }
}
