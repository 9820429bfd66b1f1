package com.guncai.backoffice.refund;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/**
 * Money of an order went back to its customer, announced in the transaction that recorded it, when the order knows it.
 *
 * @param externalNo WeChat Pay's number of the refund, or the bank's of the transfer
 */
public record RefundPaid(
        String refundNo, String orderNo, ServiceCode service, long fen, Way way, String externalNo, Instant at) {
    /** How it went. */
    public enum Way {
        WECHAT,
        /** From the company's bank account. */
        BY_HAND,
        /** By WeChat, after it had been transferred by hand: the customer owes it. */
        TWICE
    }
}
