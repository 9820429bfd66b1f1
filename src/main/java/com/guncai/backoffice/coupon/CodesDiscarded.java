package com.guncai.backoffice.coupon;

import java.time.Instant;

/** Codes of an import became 弃票, announced in that transaction: what the company had paid for them. */
public record CodesDiscarded(String importNo, String productId, long costFen, Instant at) {}
