package com.guncai.backoffice.refund;

/** Customer service decided; the order waits for nothing any more, whichever way. */
record RefundDecided(String refundNo, String orderNo) {}
