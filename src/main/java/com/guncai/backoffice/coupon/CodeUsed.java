package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/**
 * The owner of a coupon asked for its code for the first time, announced in that transaction.
 *
 * @param costFen what the company paid for the code; 0 when it did not, or nobody said
 * @param bought whether its owner paid for it; otherwise PICC issued it
 */
public record CodeUsed(long couponId, ServiceCode service, long costFen, boolean bought, Instant at) {}
