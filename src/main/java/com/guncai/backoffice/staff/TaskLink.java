package com.guncai.backoffice.staff;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The short address in a desk's SMS: {@code https://…/t/} stands in the approved template, because Aliyun refuses an
 * address in a variable, and the order number follows. Leads to the order's open tasks in the Tasklist, those of its
 * refunds too; on a phone, where the Tasklist shows its lists first, to the page of tasks. Either asks for the sign-in. It tells nothing by itself and looks no order up.
 */
@RestController
class TaskLink {
    private final TaskLists lists;

    TaskLink(TaskLists lists) {
        this.lists = lists;
    }

    @GetMapping("/t/{orderNo:[0-9A-Za-z]{1,32}}")
    ResponseEntity<Void> open(
            @PathVariable String orderNo,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String browser) {
        var address = browser.contains("Mobile")
                ? StaffPageSecurity.TASK_PAGE + "?q=" + orderNo
                : StaffPageSecurity.TASKLIST + lists.about(orderNo);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address))
                .build();
    }
}
