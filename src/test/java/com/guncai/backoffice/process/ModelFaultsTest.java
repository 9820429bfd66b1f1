package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failures of a step no retry mends. */
class ModelFaultsTest {
    static Stream<Exception> mistakes() {
        return Stream.of(
                new ProcessEngineException("Unknown property", new PropertyNotFoundException("Cannot resolve 'nope'")),
                new ProcessEngineException("Error while evaluating", new ELException("Cannot coerce")),
                new ProcessEngineException("No outgoing sequence flow could be selected"),
                new ProcessEngineException(unreadableDuration()));
    }

    private static Exception unreadableDuration() {
        try {
            Duration.parse("30M");
            throw new AssertionError("readable");
        } catch (RuntimeException unreadable) {
            return unreadable;
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeOfTheDiagramIsOne(Exception mistake) {
        assertThat(ModelFaults.isModelFault(mistake)).isTrue();
    }

    static Stream<Exception> failures() {
        return Stream.of(
                new ProcessEngineException(new UncheckedIOException(new IOException("connection reset"))),
                new ProcessEngineException(new IllegalStateException(new SocketTimeoutException("read timed out"))),
                new ProcessEngineException(new IllegalStateException("the provider answers nonsense")),
                new ProcessEngineException(new NullPointerException("an answer without a body")),
                new ProcessEngineException("flush", new SQLException("the database is gone", "08006")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAnotherTryMayNotMeetIsNone(Exception failure) {
        assertThat(ModelFaults.isModelFault(failure)).isFalse();
    }

    @Test
    void aLostRaceIsNone() {
        assertThat(ModelFaults.isModelFault(new OptimisticLockingException("updated")))
                .isFalse();
    }
}
