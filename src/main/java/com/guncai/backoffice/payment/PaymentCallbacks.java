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

    private final NoticeDoor door;
    private final PaymentNotices notices;

    PaymentCallbacks(NoticeDoor door, PaymentNotices notices) {
        this.door = door;
        this.notices = notices;
    }

    @Operation(hidden = true)
    @PostMapping({PATH, "/callbacks/wechat-pay/payments"})
    ResponseEntity<Object> receive(HttpServletRequest request) throws IOException {
        return door.receive(request, notices);
    }
}
