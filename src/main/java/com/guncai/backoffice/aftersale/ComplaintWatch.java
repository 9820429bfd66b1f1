package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.payment.WeChatComplaints;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds complaints of which the notice got lost. Every node looks; the number of a complaint is unique while it is open. */
@Component
class ComplaintWatch {
    private static final Logger log = LoggerFactory.getLogger(ComplaintWatch.class);
    private static final int DAYS_BACK = 2;

    private final WeChatComplaints weChat;
    private final AfterSales afterSales;
    private final Clock clock;

    ComplaintWatch(WeChatComplaints weChat, AfterSales afterSales, Clock clock) {
        this.weChat = weChat;
        this.afterSales = afterSales;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${backoffice.after-sales.look-every:PT1H}",
            initialDelayString = "${backoffice.after-sales.look-every:PT1H}")
    void look() {
        var today = BusinessTime.today(clock);
        for (var complaintId : weChat.pending(today.minusDays(DAYS_BACK), today)) {
            try {
                afterSales.openComplaint(complaintId, false);
            } catch (DataIntegrityViolationException another) {
                log.info("A complaint was opened meanwhile");
            }
        }
    }
}
