package com.guncai.backoffice.coupon;

/**
 * Codes came into the stock; announced in the transaction in which they did, while their product is locked.
 *
 * @param useful how many of them can be handed out: those too close to their expiry do not count
 * @param boughtByCompany and not by PICC, whose codes nobody here ordered
 */
public record CodesImported(String productId, long useful, boolean boughtByCompany) {}
