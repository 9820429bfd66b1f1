package com.guncai.backoffice.refund;

/** WeChat Pay will not carry a refund out. */
record RefundFailed(String refundNo) {}
