package com.guncai.backoffice.payment;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat Pay reports payments. */
@RestController
class PaymentCallbacks {
    static final String PATH = "/api/v1/callbacks/wechat-pay/payments";

    private final NotificationEndpoint endpoint;
    private final PaymentNotificationHandler notifications;

    PaymentCallbacks(NotificationEndpoint endpoint, PaymentNotificationHandler notifications) {
        this.endpoint = endpoint;
        this.notifications = notifications;
    }

    @Operation(hidden = true)
    @PostMapping({PATH, "/callbacks/wechat-pay/payments"})
    ResponseEntity<Object> receive(HttpServletRequest request) throws IOException {
        return endpoint.receive(request, notifications);
    }
}
