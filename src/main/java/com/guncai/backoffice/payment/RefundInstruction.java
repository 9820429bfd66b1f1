package com.guncai.backoffice.payment;

/**
 * A refund as it is agreed. Amounts in fen.
 *
 * @param refundNo ours; the same number is never paid twice
 * @param refundFen what goes back
 * @param paidFen what was paid for the order
 */
public record RefundInstruction(String refundNo, String orderNo, long refundFen, long paidFen) {}
