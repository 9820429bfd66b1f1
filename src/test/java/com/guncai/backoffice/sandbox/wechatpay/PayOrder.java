package com.guncai.backoffice.sandbox.wechatpay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as WeChat Pay keeps it.
 *
 * @param orderNo the merchant's number, {@code out_trade_no}
 * @param notifyUrl where the merchant wants the payment notice
 * @param expiresAt after this it can no longer be paid; null: never
 * @param noticeId the id every repetition of the payment notice carries
 */
public record PayOrder(
        String orderNo,
        String openid,
        String description,
        long totalFen,
        @Nullable String attach,
        String notifyUrl,
        @Nullable Instant expiresAt,
        Instant createdAt,
        String prepayId,
        State tradeState,
        @Nullable String transactionId,
        @Nullable Instant successTime,
        @Nullable String noticeId) {

    /** WeChat Pay's {@code trade_state}. */
    public enum State {
        NOTPAY("订单未支付"),
        SUCCESS("支付成功"),
        REFUND("订单发生过退款，退款详情请查询退款单"),
        CLOSED("订单已关闭");

        final String text;

        State(String text) {
            this.text = text;
        }
    }

    public boolean paid() {
        return tradeState == State.SUCCESS || tradeState == State.REFUND;
    }

    PayOrder is(State state) {
        return new PayOrder(
                orderNo,
                openid,
                description,
                totalFen,
                attach,
                notifyUrl,
                expiresAt,
                createdAt,
                prepayId,
                state,
                transactionId,
                successTime,
                noticeId);
    }

    PayOrder paidAt(Instant instant, String transaction, String notice) {
        return new PayOrder(
                orderNo,
                openid,
                description,
                totalFen,
                attach,
                notifyUrl,
                expiresAt,
                createdAt,
                prepayId,
                State.SUCCESS,
                transaction,
                instant,
                notice);
    }

    PayOrder costing(long fen) {
        return new PayOrder(
                orderNo,
                openid,
                description,
                fen,
                attach,
                notifyUrl,
                expiresAt,
                createdAt,
                prepayId,
                tradeState,
                transactionId,
                successTime,
                noticeId);
    }
}
