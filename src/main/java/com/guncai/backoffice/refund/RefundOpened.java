package com.guncai.backoffice.refund;

/** A refund was asked for outside of any process; {@link RefundProcess} starts. */
record RefundOpened(String refundNo, String orderNo, boolean decisionNeeded) {}
