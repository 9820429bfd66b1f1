package com.guncai.backoffice.coupon.batch;

/**
 * What is in a file.
 *
 * @param good rows
 * @param discarded rows with codes whose validity is too short to hand them out
 * @param coupons that the good rows are about
 */
record RowCounts(int good, int bad, int discarded, int coupons) {}
