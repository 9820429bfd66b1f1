package com.guncai.backoffice.coupon;

import java.time.Instant;

/**
 * Codes came into the stock; announced in the transaction in which they did, while their product is locked.
 *
 * @param useful how many of them can be handed out: those too close to their expiry do not count
 * @param boughtByCompany and not by PICC, whose codes nobody here ordered
 * @param costFen what the company paid for all of them; 0 when it did not, or nobody said
 * @param discardedFen of it, for those that are too close to their expiry
 */
public record CodesImported(
        String importNo,
        String productId,
        long useful,
        boolean boughtByCompany,
        long costFen,
        long discardedFen,
        Instant at) {}
