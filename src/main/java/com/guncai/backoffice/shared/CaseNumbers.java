package com.guncai.backoffice.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/**
 * The one generator of order and refund numbers: time to the second, then eight random digits. At most 32 characters of
 * {@code [0-9A-Za-z]}, as WeChat Pay asks; the primary key refuses the one-in-a-hundred-million repetition.
 */
@Component
public class CaseNumbers {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    CaseNumbers(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        return SECOND.format(BusinessTime.local(clock.instant())) + "%08d".formatted(random.nextInt(100_000_000));
    }
}
