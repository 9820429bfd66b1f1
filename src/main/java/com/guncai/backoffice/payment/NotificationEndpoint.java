package com.guncai.backoffice.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes a notification and answers it. WeChat Pay's word for "received" is any 2xx; on anything else it repeats the notification for a
 * day. The signature is over the bytes as sent, so the body is taken as it comes.
 */
@Component
class NotificationEndpoint {
    private static final Logger log = LoggerFactory.getLogger(NotificationEndpoint.class);

    private final NotificationVerifier verifier;

    NotificationEndpoint(NotificationVerifier verifier) {
        this.verifier = verifier;
    }

    ResponseEntity<Object> receive(HttpServletRequest request, NotificationHandler<?> subject) throws IOException {
        var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var headers = new NotificationHeaders(
                request.getHeader("Wechatpay-Timestamp"),
                request.getHeader("Wechatpay-Nonce"),
                request.getHeader("Wechatpay-Signature"),
                request.getHeader("Wechatpay-Serial"));
        try {
            return answer(verifier.verify(subject, headers, body));
        } catch (RuntimeException notNow) {
            log.error("A notice of a {} could not be dealt with; WeChat Pay will repeat it", subject.name(), notNow);
            return refusal(HttpStatus.INTERNAL_SERVER_ERROR, "TRY_AGAIN");
        }
    }

    private static ResponseEntity<Object> answer(NotificationResult result) {
        return switch (result.kind()) {
            case ACCEPTED, REPEATED -> ResponseEntity.noContent().build();
            case FORGED, STALE, PROBE ->
                refusal(HttpStatus.UNAUTHORIZED, result.kind().name());
            case MISMATCHED ->
                refusal(HttpStatus.UNPROCESSABLE_ENTITY, result.kind().name());
            case UNKNOWN_ORDER -> refusal(HttpStatus.NOT_FOUND, result.kind().name());
        };
    }

    private static ResponseEntity<Object> refusal(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(new Refusal("FAIL", message));
    }

    /** As WeChat Pay wants to be refused. */
    record Refusal(String code, String message) {}
}
