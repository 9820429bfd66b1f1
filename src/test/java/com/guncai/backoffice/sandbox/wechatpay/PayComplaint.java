package com.guncai.backoffice.sandbox.wechatpay;

import java.time.Instant;
import java.util.List;

/**
 * A complaint as WeChat Pay knows it.
 *
 * @param answers what the merchant answered, oldest first
 * @param pictures files that the customer added
 */
public record PayComplaint(
        String complaintId,
        String orderNo,
        String transactionId,
        long totalFen,
        String problem,
        String text,
        Instant at,
        State state,
        List<String> answers,
        int pictures) {
    public enum State {
        PENDING,
        PROCESSING,
        PROCESSED
    }

    PayComplaint answered(String answer) {
        var all = new java.util.ArrayList<>(answers);
        all.add(answer);
        return new PayComplaint(
                complaintId,
                orderNo,
                transactionId,
                totalFen,
                problem,
                text,
                at,
                State.PROCESSING,
                List.copyOf(all),
                pictures);
    }

    PayComplaint is(State next) {
        return new PayComplaint(
                complaintId, orderNo, transactionId, totalFen, problem, text, at, next, answers, pictures);
    }
}
