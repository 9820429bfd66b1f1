package com.guncai.backoffice.notification;

import com.guncai.backoffice.coupon.ExpiringCoupons;
import com.guncai.backoffice.coupon.ExpiringCoupons.Reminder;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Connects the notification module with processes/CouponReminderProcess.bpmn: owners of coupons that expire within a week are
 * told, each once. Remote, and as safe to repeat as every message: the log of messages knows what was sent for which coupon.
 */
@Component
public class CouponReminderProcess implements CaseProcess {
    static final String TEMPLATE = "CUSTOMER_COUPONS_EXPIRING";

    private static final Logger log = LoggerFactory.getLogger(CouponReminderProcess.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final Map<String, String> PLACEHOLDERS = Map.of("coupon", "礼券", "quantity", "1", "day", "近日");

    private final ExpiringCoupons coupons;
    private final SmsChannel sms;
    private final SmsProperties properties;

    CouponReminderProcess(ExpiringCoupons coupons, SmsChannel sms, SmsProperties properties) {
        this.coupons = coupons;
        this.sms = sms;
        this.properties = properties;
    }

    /**
     * Task_RemindOwners: tells the next of them.
     *
     * @return whether that is all for today; who could not be reached is tried again tomorrow, while there is a tomorrow
     */
    @ModelAction
    public boolean remind() {
        var told = 0;
        for (var reminder : coupons.untold(properties.ownersAtATime())) {
            var result = send(reminder);
            if (result.state() == SendResult.State.LATER) {
                if (SmsCodes.concernsEverybody(result.code())) {
                    break;
                }
                continue;
            }
            if (result.state() == SendResult.State.NEVER) {
                log.warn(
                        "{} of coupon {} not sent: {}",
                        TEMPLATE,
                        reminder.coupons().get(0),
                        result.code());
            }
            coupons.told(reminder);
            told++;
        }
        return told == 0;
    }

    private SendResult send(Reminder reminder) {
        var about = "COUPON" + reminder.coupons().get(0);
        return sms.send(
                new OutboundMessage(
                        about,
                        about,
                        TEMPLATE,
                        Map.of(
                                "coupon", reminder.coupon(),
                                "quantity", String.valueOf(reminder.coupons().size()),
                                "day", DAY.format(reminder.lastDay())),
                        PLACEHOLDERS),
                reminder.phone());
    }
}
