package com.guncai.backoffice.refund;

import com.guncai.backoffice.payment.WeChatRefunds;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat Pay reports what became of refunds. */
@RestController
class RefundCallbacks {
    private final WeChatRefunds weChat;
    private final RefundBook book;

    RefundCallbacks(WeChatRefunds weChat, RefundBook book) {
        this.weChat = weChat;
        this.book = book;
    }

    @Operation(hidden = true)
    @PostMapping({WeChatRefunds.NOTIFICATION_PATH, "/callbacks/wechat-pay/refunds"})
    ResponseEntity<Object> receive(HttpServletRequest request) throws IOException {
        return weChat.receive(request, book);
    }
}
