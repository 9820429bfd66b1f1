package com.guncai.backoffice.refund;

/** WeChat Pay sent money back that finance had transferred already: somebody has to ask for it. */
record RefundPaidTwice(String refundNo, String orderNo) {}
