package com.guncai.backoffice.notification;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps this node from asking a provider again and again that cannot send: no money, or the quota is used up. */
@Component
class SmsCircuitBreaker {
    private static final Logger log = LoggerFactory.getLogger(SmsCircuitBreaker.class);

    private final SmsProperties properties;
    private final Clock clock;
    private volatile Instant stoppedUntil = Instant.MIN;

    SmsCircuitBreaker(SmsProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    boolean isStopped() {
        return BusinessTime.now(clock).isBefore(stoppedUntil);
    }

    void stop(String code) {
        stoppedUntil = BusinessTime.now(clock).plus(properties.pause());
        log.error("SMS are stopped until {}: the provider answers {}", BusinessTime.offset(stoppedUntil), code);
    }
}
