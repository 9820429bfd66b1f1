package com.guncai.backoffice.notification;

import com.guncai.backoffice.coupon.BatchOwners;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the owners of a batch of coupons, a hundred at a time; the diagram sets the pace between. A number that the provider
 * refuses for good is written down and passed over; one that it cannot reach now comes again with the next hundred.
 */
@Component
class OwnerMessages {
    private static final String TEMPLATE = "CUSTOMER_COUPONS_ISSUED";
    private static final int AT_A_TIME = 100;

    private final BatchOwners owners;
    private final SmsChannel sms;

    OwnerMessages(BatchOwners owners, SmsChannel sms) {
        this.owners = owners;
        this.sms = sms;
    }

    /**
     * @return whether everybody has been told
     * @throws NotSentYet when nobody of the hundred could be told now
     */
    boolean tell(String caseNo) {
        var next = owners.untold(caseNo, AT_A_TIME);
        var told = 0;
        for (var owner : next) {
            var params = Map.of("coupon", owner.coupon(), "quantity", String.valueOf(owner.quantity()));
            var delivery = sms.send(new Letter(caseNo, caseNo, TEMPLATE, params), owner.phone());
            if (delivery.state() == Delivery.State.DONE) {
                owners.told(caseNo, owner.row(), "SENT");
                told++;
            } else if (delivery.state() == Delivery.State.NEVER) {
                owners.told(caseNo, owner.row(), delivery.code());
                told++;
            }
        }
        if (!next.isEmpty() && told == 0) {
            throw new NotSentYet("消息 %s 一条也没发出，稍后再试，批次 %s".formatted(TEMPLATE, caseNo));
        }
        return told == next.size() && next.size() < AT_A_TIME;
    }
}
