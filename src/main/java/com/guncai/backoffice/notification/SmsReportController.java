package com.guncai.backoffice.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Aliyun pushes its delivery reports. They carry no signature: the configured token has to come with them, and
 * without one configured only this machine may call.
 */
@RestController
class SmsReportController {
    private static final Logger log = LoggerFactory.getLogger(SmsReportController.class);
    private static final int MOST_REPORTS = 100;

    private final SmsReports reports;
    private final SmsProperties properties;
    private final MessageMetrics metrics;
    private final ObjectMapper json;

    SmsReportController(SmsReports reports, SmsProperties properties, MessageMetrics metrics, ObjectMapper json) {
        this.reports = reports;
        this.properties = properties;
        this.metrics = metrics;
        this.json = json;
    }

    @Operation(hidden = true)
    @PostMapping({"/api/v1/callbacks/aliyun-sms/reports", "/callbacks/aliyun-sms/reports"})
    ResponseEntity<Answer> receive(HttpServletRequest request, @RequestParam(required = false) @Nullable String token)
            throws IOException {
        if (!trusted(request, token)) {
            metrics.reported("forged");
            log.warn("SMS delivery reports refused: not from Aliyun");
            return refused(HttpStatus.FORBIDDEN);
        }
        var body = request.getInputStream().readAllBytes();
        try {
            var list = json.readValue(body, new TypeReference<List<SmsReports.Report>>() {});
            if (list == null || list.contains(null)) {
                return refused(HttpStatus.BAD_REQUEST);
            }
            if (list.size() > MOST_REPORTS) {
                return refused(HttpStatus.PAYLOAD_TOO_LARGE);
            }
            reports.record(list);
            return ResponseEntity.ok(new Answer(0, "接收成功"));
        } catch (JsonProcessingException unreadable) {
            return refused(HttpStatus.BAD_REQUEST);
        }
    }

    private boolean trusted(HttpServletRequest request, @Nullable String token) {
        var expected = properties.reportToken();
        if (expected == null || expected.isBlank()) {
            return fromThisMachine(request);
        }
        return token != null && MessageDigest.isEqual(bytes(expected), bytes(token));
    }

    /** Behind a proxy on this machine everybody seems to be here, but the proxy says so. */
    private static boolean fromThisMachine(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException neverForAnAddress) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<Answer> refused(HttpStatus status) {
        return ResponseEntity.status(status).body(new Answer(status.value(), "拒绝接收"));
    }

    /** What Aliyun looks at is the HTTP status; it wants a numeric code all the same. */
    record Answer(int code, String msg) {}
}
