package com.guncai.backoffice.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.sandbox.wechatpay.Forgery;
import org.jspecify.annotations.Nullable;

/**
 * How a customer pays, and what becomes of the notice.
 *
 * @param noticed false: no notice goes out
 * @param times how often the notice goes out
 * @param parallel the repetitions go out at the same moment
 * @param delaySeconds how long before the first notice goes out
 * @param forge spoils the notice; the money arrived all the same, as a query tells
 * @param evenIfClosed the customer was quicker than the closing of the order
 */
public record Payment(
        String orderNo,
        @JsonProperty("notify") @Nullable Boolean noticed,
        @Nullable Integer times,
        @Nullable Boolean parallel,
        @Nullable Integer delaySeconds,
        @Nullable Forgery forge,
        @Nullable Boolean evenIfClosed) {

    public static Payment of(String orderNo) {
        return new Payment(orderNo, null, null, null, null, null, null);
    }

    public Payment withoutNotice() {
        return new Payment(orderNo, false, times, parallel, delaySeconds, forge, evenIfClosed);
    }

    public Payment repeated(int count) {
        return new Payment(orderNo, noticed, count, parallel, delaySeconds, forge, evenIfClosed);
    }

    public Payment atOnce() {
        return new Payment(orderNo, noticed, times, true, delaySeconds, forge, evenIfClosed);
    }

    public Payment forged(Forgery forgery) {
        return new Payment(orderNo, noticed, times, parallel, delaySeconds, forgery, evenIfClosed);
    }

    public Payment evenIfTheOrderIsClosed() {
        return new Payment(orderNo, noticed, times, parallel, delaySeconds, forge, true);
    }

    int notices() {
        if (Boolean.FALSE.equals(noticed)) return 0;
        return times == null ? 1 : times;
    }
}
