package com.guncai.backoffice.refund;

/** The customer took back what nobody had decided yet: the refund's process ends. */
record RefundWithdrawn(String refundNo, String orderNo) {}
