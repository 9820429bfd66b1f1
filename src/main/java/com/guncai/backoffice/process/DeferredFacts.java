package com.guncai.backoffice.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets no diagram refuse what has happened. A start or a message that a diagram fails at is given up, the caller's whole
 * transaction with it; the caller makes the call again, as after a lost race, and this time the fact becomes a job that has
 * failed already: an incident, which a manager retries when the diagram is mended. The usual way costs nothing more.
 *
 * <p>Within a job there is no need: the job itself becomes the incident.
 */
@Component
class DeferredFacts {
    private static final Logger log = LoggerFactory.getLogger(DeferredFacts.class);

    /** Nobody makes a call again later than this. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final FactQueue queue;
    private final Clock clock;
    private final ThreadLocal<Map<String, Fault>> faults = ThreadLocal.withInitial(HashMap::new);

    DeferredFacts(FactQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @param attempt starts or tells the case; whether it was there
     * @return as the attempt; {@code true} for what was deferred
     */
    boolean orLater(DeferredFact fact, BooleanSupplier attempt) {
        var earlier = faults.get().remove(fact.kind());
        if (earlier != null && earlier.at().plus(REMEMBERED).isAfter(clock.instant())) {
            queue.add(fact, earlier.reason());
            return true;
        }
        try {
            return attempt.getAsBoolean() || isMissed(fact);
        } catch (RuntimeException failure) {
            if (isWithinJob() || !ModelFaults.isOfTheDiagram(failure)) {
                throw failure;
            }
            log.error("A diagram fails at {}; it is kept for managers", fact.kind(), failure);
            faults.get().put(fact.kind(), new Fault(clock.instant(), String.valueOf(failure.getMessage())));
            throw new FactDeferredException(fact.kind());
        }
    }

    /** A diagram that lacks an event would never know of it. */
    private boolean isMissed(DeferredFact fact) {
        var name = fact.message();
        var missing = name == null ? null : queue.missingEvent(name, fact.caseNo());
        if (missing == null) {
            return false;
        }
        queue.add(fact, missing);
        return true;
    }

    boolean isRunning(String process, String caseNo) {
        return queue.isRunning(process, caseNo);
    }

    private static boolean isWithinJob() {
        var command = Context.getCommandContext();
        return command != null && command.getCurrentJob() != null;
    }

    private record Fault(Instant at, String reason) {}
}
