package com.guncai.backoffice.refund;

/** The money of a refund arrived. */
record RefundSettled(String refundNo) {}
