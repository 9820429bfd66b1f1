package com.guncai.backoffice.ratelimit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Nobody keeps the others out: neither by calling often, nor by sending slowly, nor by typing wrong passwords. */
@BackofficeTest
@TestPropertySource(
        properties = {
            "backoffice.rate-limits.factor=1",
            "backoffice.rate-limits.requests-at-once=20",
            "backoffice.rate-limits.failed-sign-ins=10",
            // An hour, so that a slow machine gets nothing back meanwhile.
            "backoffice.rate-limits.calls[0].name=sessions",
            "backoffice.rate-limits.calls[0].method=POST",
            "backoffice.rate-limits.calls[0].path=/api/v1/sessions",
            "backoffice.rate-limits.calls[0].by=ADDRESS",
            "backoffice.rate-limits.calls[0].requests=5",
            "backoffice.rate-limits.calls[0].per=PT1H"
        })
class RateLimitIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void whoSignsInTooOftenWaits() throws IOException {
        var bad =
                "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 18\r\n\r\n{\"loginCode\":\"no\"}";
        String last = "";
        for (var n = 0; n < 6; n++) {
            last = send("127.0.0.3", bad);
        }

        assertThat(last)
                .startsWith("HTTP/1.1 429")
                .containsPattern("Retry-After: \\d+")
                .contains("TOO_MANY_REQUESTS");
        assertThat(send("127.0.0.4", bad)).doesNotStartWith("HTTP/1.1 429");
        assertThat(jdbc.queryForList("select id from rate_bucket", String.class))
                .as("shared by nodes, and without an address")
                .isNotEmpty()
                .noneMatch(id -> id.contains("127.0.0"));
    }

    @Test
    void slowBodiesOfOneAddressLeaveTheOthersAlone() throws IOException {
        var open = new ArrayList<Socket>();
        try {
            for (var n = 0; n < 220; n++) {
                var socket = socket("127.0.0.5");
                open.add(socket);
                socket.getOutputStream()
                        .write(
                                "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"
                                        .getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
            }
            var started = System.nanoTime();

            assertThat(send("127.0.0.6", "GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }

    /** After many wrong ones the right password is taken, from another address. */
    @Test
    void wrongPasswordsLockNobodyOut() throws IOException {
        for (var n = 0; n < 11; n++) {
            send("127.0.0.7", basic("topup:wrong" + n));
        }
        assertThat(send("127.0.0.7", basic("topup:topup")))
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: ");

        await().atMost(Duration.ofSeconds(5))
                .until(() -> send("127.0.0.8", basic("topup:topup")).startsWith("HTTP/1.1 200"));
    }

    private static String basic(String credentials) {
        return "GET /engine-rest/task/count HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(ISO_8859_1)) + "\r\n\r\n";
    }

    private String send(String from, String request) throws IOException {
        try (var socket = socket(from)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** Every address of this range is this machine. */
    private Socket socket(String from) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
    }
}
