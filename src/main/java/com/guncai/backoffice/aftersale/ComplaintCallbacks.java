package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.payment.NotificationResult;
import com.guncai.backoffice.payment.WeChatComplaints;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat Pay says that somebody complains. */
@RestController
class ComplaintCallbacks {
    private final WeChatComplaints weChat;
    private final AfterSales afterSales;

    ComplaintCallbacks(WeChatComplaints weChat, AfterSales afterSales) {
        this.weChat = weChat;
        this.afterSales = afterSales;
    }

    @Operation(hidden = true)
    @PostMapping({WeChatComplaints.NOTIFICATION_PATH, "/callbacks/wechat-pay/complaints"})
    ResponseEntity<Object> receive(HttpServletRequest request) throws IOException {
        return weChat.receive(request, this::record);
    }

    /** Whoever complains on opens a solved one again; what staff did there is known. */
    private NotificationResult record(String complaintId, String action) {
        var opened =
                switch (action) {
                    case "CREATE_COMPLAINT" -> afterSales.openComplaint(complaintId, false);
                    case "CONTINUE_COMPLAINT", "USER_RESPONSE" -> afterSales.openComplaint(complaintId, true);
                    default -> false;
                };
        return opened ? NotificationResult.ACCEPTED : NotificationResult.REPEATED;
    }
}
