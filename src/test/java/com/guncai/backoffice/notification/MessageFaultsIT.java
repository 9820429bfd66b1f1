package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the SMS provider gets wrong is one message or one incident. */
class MessageFaultsIT extends MessageFixture {
    @Test
    void aTimedOutMessageIsLookedUpAndNotSentTwice() {
        fails("timeout", "");
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(only(orderNo).status()).isEqualTo(Message.Status.UNKNOWN);
        passes("PT2M");
        assertThat(only(orderNo).status()).isIn(Message.Status.SENT, Message.Status.DELIVERED);
        passes("PT10M");
        assertThat(smsAbout(orderNo, DESK)).hasSize(1);
        assertThat(incidents(orderNo)).isEmpty();
    }

    @Test
    void aProviderThatBrokeDownIsAskedAndThenSentToAgain() {
        fails("error", "InternalError");
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(only(orderNo).status()).isEqualTo(Message.Status.UNKNOWN);
        passes("PT2M");
        assertThat(smsAbout(orderNo, DESK)).hasSize(1);
        assertThat(only(orderNo).attempts()).isEqualTo(2);
    }

    @Test
    void aThrottledMessageIsSentLaterAndOnce() {
        fails("refuse", "Throttling.User");
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(smsAbout(orderNo, DESK)).isEmpty();
        assertThat(incidents(orderNo)).isEmpty();
        passes("PT2M");
        passes("PT10M");
        assertThat(smsAbout(orderNo, DESK)).hasSize(1);
    }

    @Test
    void aRefusedMessageIsAnIncidentAtOnceAndTheOrderGoesOn() {
        fails("refuse", "isv.MOBILE_NUMBER_ILLEGAL");
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(incidents(orderNo)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .isEqualTo("消息 DESK_ORDER_PAID 被拒绝（isv.MOBILE_NUMBER_ILLEGAL），订单 " + orderNo));
        accepted(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
    }

    /** The next SMS meets this. */
    private void fails(String fault, String code) {
        var body =
                new HashMap<String, Object>(Map.of("target", "sms", "operation", "send", "fault", fault, "times", 1));
        if (!code.isEmpty()) {
            body.put("code", code);
        }
        sandbox.post("/sandbox/faults", body).is(200);
    }
}
