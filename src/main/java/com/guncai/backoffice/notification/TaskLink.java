package com.guncai.backoffice.notification;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The short address in a desk's SMS: {@code https://…/t/} stands in the approved template, because Aliyun refuses an
 * address in a variable, and the order number follows. Leads to the order's open tasks in the Tasklist, those of its
 * refunds too; the Tasklist asks for the sign-in. It tells nothing by itself and looks nothing up.
 */
@RestController
class TaskLink {
    private final NotificationProperties properties;

    TaskLink(NotificationProperties properties) {
        this.properties = properties;
    }

    @GetMapping("/t/{orderNo:[0-9A-Za-z]{1,32}}")
    ResponseEntity<Void> open(@PathVariable String orderNo) {
        // Without the inner quotes Tasklist takes an order number for a number.
        var search =
                """
                [{"type":"processVariables","operator":"eq","value":"'%s'","name":"orderNo"}]"""
                        .formatted(orderNo);
        var address = properties.taskLink() + "#/?searchQuery="
                + URLEncoder.encode(search, StandardCharsets.UTF_8).replace("+", "%20");
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address))
                .build();
    }
}
