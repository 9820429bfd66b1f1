package com.guncai.backoffice.notification;

import com.guncai.backoffice.coupon.CouponRecipients;
import com.guncai.backoffice.shared.NonRetryableException;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the owners of a batch of coupons, some at a time; the diagram sets the pace between. A number that the provider
 * refuses for good is written down and passed over; one that it cannot reach now, or refuses for a reason that is not known
 * here, comes again after all the others, a few times. What it refuses whoever it is sent to is no number's fault: the rest
 * waits until people have mended it.
 */
@Component
class OwnerMessages {
    static final String TEMPLATE = "CUSTOMER_COUPONS_ISSUED";

    /** With the diagram's growing pauses these take more than a day: the longest of Aliyun's limits is over by then. */
    static final int TRIES = 6;

    /** A job that ran for five minutes would be taken for dead, and its round begun a second time. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private static final Map<String, String> PLACEHOLDERS = Map.of("coupon", "礼券", "quantity", "1");

    private final CouponRecipients owners;
    private final SmsChannel sms;
    private final SmsProperties properties;

    OwnerMessages(CouponRecipients owners, SmsChannel sms, SmsProperties properties) {
        this.owners = owners;
        this.sms = sms;
        this.properties = properties;
    }

    /**
     * @return whether everybody has been told
     * @throws MessageDelayedException when nobody of this round could be told now
     * @throws NonRetryableException when the provider refuses the message itself
     */
    boolean tell(String caseNo) {
        var end = System.nanoTime() + LONGEST_ROUND.toNanos();
        var concluded = 0;
        var code = "";
        var refused = false;
        for (var owner : owners.untold(caseNo, properties.ownersAtATime())) {
            if (System.nanoTime() > end) {
                break;
            }
            var params = Map.of("coupon", owner.coupon(), "quantity", String.valueOf(owner.quantity()));
            var result = sms.send(new OutboundMessage(caseNo, caseNo, TEMPLATE, params, PLACEHOLDERS), owner.phone());
            code = result.code();
            if (result.state() == SendResult.State.LATER && SmsCodes.concernsEverybody(code)) {
                break;
            }
            if (result.state() == SendResult.State.NEVER) {
                if (SmsCodes.refusesEverybody(code)) {
                    throw refused(code, caseNo);
                }
                refused = true;
            }
            concluded += concluded(caseNo, owner, result) ? 1 : 0;
        }
        var allTold = owners.untold(caseNo, 1).isEmpty();
        if (!allTold && concluded == 0) {
            if (refused) {
                throw refused(code, caseNo);
            }
            throw new MessageDelayedException("消息 %s 一条也没发出（%s），稍后再试，批次 %s".formatted(TEMPLATE, code, caseNo));
        }
        return allTold;
    }

    private boolean concluded(String caseNo, CouponRecipients.Recipient owner, SendResult result) {
        var sent = result.state() != SendResult.State.LATER && result.state() != SendResult.State.NEVER;
        if (!sent && !SmsCodes.concernsTheNumber(result.code()) && owner.tries() + 1 < TRIES) {
            owners.triedInVain(caseNo, owner.row());
            return false;
        }
        owners.told(caseNo, owner.row(), sent ? "SENT" : result.code());
        return true;
    }

    private static NonRetryableException refused(String code, String caseNo) {
        return new NonRetryableException("消息 %s 被拒绝（%s），批次 %s".formatted(TEMPLATE, code, caseNo));
    }
}
