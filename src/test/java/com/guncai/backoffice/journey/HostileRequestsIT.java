package com.guncai.backoffice.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.guncai.backoffice.journey.HostileRequests.Hostile;
import com.guncai.backoffice.testing.BackofficeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is sent to whatever address, by nobody, a customer, a program or staff in a browser: no failure of the server, no stack trace in an
 * answer or in the log, no answer that takes long. {@code -Dhostile.requests=20000 -Dhostile.seed=…} for more.
 */
@BackofficeTest
class HostileRequestsIT {
    private static final int COUNT = Integer.getInteger("hostile.requests", 3_000);
    private static final long SEED = Long.getLong("hostile.seed", 16);
    private static final Duration LONG = Duration.ofSeconds(5);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping controllers;

    @Test
    void nothingBreaksTheServer() {
        var customer =
                "Authorization: Bearer " + MiniProgram.of(port, "13712340000").accessToken() + "\r\n";
        var identities = List.of(
                "",
                customer,
                basic("flower"),
                basic("manager"),
                StaffBrowser.of(port, "manager").headers(),
                StaffBrowser.of(port, "finance").headers());
        var hostile = new HostileRequests(controllers, SEED);
        var requests = IntStream.range(0, COUNT).mapToObj(hostile::next).toList();
        var traces = new Traces();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        traces.start();
        root.addAppender(traces);
        var started = System.nanoTime();
        List<String> faults;
        try {
            faults = IntStream.range(0, COUNT)
                    .parallel()
                    .mapToObj(n -> fault(
                            requests.get(n),
                            identities.get(
                                    requests.get(n).endsSession()
                                            ? 0
                                            : n / hostile.targets().size() % identities.size())))
                    .filter(Objects::nonNull)
                    .toList();
        } finally {
            root.detachAppender(traces);
        }
        System.out.printf(
                "%d hostile requests to %d addresses in %d s%n",
                COUNT,
                hostile.targets().size(),
                Duration.ofNanos(System.nanoTime() - started).toSeconds());

        assertThat(traces.seen).isEmpty();
        assertThat(faults).isEmpty();
    }

    private String fault(Hostile request, String identity) {
        var asked = request + (identity.isEmpty() ? "" : " as " + identity.substring(0, 21));
        var started = System.nanoTime();
        var answer = send(request.bytes(identity));
        var took = Duration.ofNanos(System.nanoTime() - started);
        if (took.compareTo(LONG) > 0) {
            return took + " for " + asked;
        }
        var isFailure = answer.matches("(?s)HTTP/1.1 5\\d\\d.*");
        return isFailure || answer.contains("\tat ") || answer.contains("Exception: ") || answer.isEmpty()
                ? answer.lines().limit(1).toList() + answer.substring(Math.max(0, answer.length() - 200)) + " for "
                        + asked
                : null;
    }

    private String send(byte[] request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String basic(String user) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(ISO_8859_1))
                + "\r\n";
    }

    /** What was logged with a stack trace. */
    private static class Traces extends AppenderBase<ILoggingEvent> {
        private final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            var quotes = event.getFormattedMessage().chars().anyMatch(c -> c >= 0x80 && c < 0xa0);
            if (event.getThrowableProxy() != null || quotes) {
                seen.add(event.getLoggerName() + ": " + event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        }
    }
}
