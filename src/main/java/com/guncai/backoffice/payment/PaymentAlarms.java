package com.guncai.backoffice.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts what came of reports of payments and refunds ({@code payment.notifications}, tags {@code about} and {@code outcome}),
 * and says aloud what somebody has to look into.
 */
@Component
class PaymentAlarms {
    private static final Logger log = LoggerFactory.getLogger(PaymentAlarms.class);

    private final MeterRegistry meters;

    PaymentAlarms(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param about {@code payment} or {@code refund} */
    void on(String about, NotificationResult result, @Nullable String orderNo) {
        var outcome = result.kind().name().toLowerCase(Locale.ROOT);
        meters.counter("payment.notices", "about", about, "outcome", outcome).increment();
        switch (result.kind()) {
            case ACCEPTED, REPEATED, PROBE -> log.info("Report of a {} of order {}: {}", about, orderNo, result);
            case MISMATCHED, UNKNOWN_ORDER -> log.error("Report of a {} of order {}: {}", about, orderNo, result);
            case FORGED, STALE -> log.warn("Notice of a {} refused: {}", about, result);
        }
    }
}
