package com.guncai.backoffice.refund;

/** A refund that the customer asked for was approved: nobody fulfils the order any more, so its own process ends. */
record OrderRefunded(String orderNo) {}
