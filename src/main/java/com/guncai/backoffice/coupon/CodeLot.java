package com.guncai.backoffice.coupon;

import java.time.Instant;

/** Codes in stock that are valid until the same moment. */
public record CodeLot(Instant validUntil, long count) {}
