package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/**
 * A customer's money arrived, announced in the transaction that recorded it.
 *
 * @param transactionId WeChat Pay's number of it
 * @param fen all of the order's price
 * @param paidAt when the customer paid
 */
public record PaymentRecorded(String orderNo, ServiceCode service, String transactionId, long fen, Instant paidAt) {}
