package com.guncai.backoffice.coupon;

import java.time.Instant;
import java.util.Map;

/** What customers paid for and wait for. The stock and its buyers ask; the module that sells coupons answers. */
public interface BackorderDemand {
    /** How many codes of a product were paid for and are not handed out yet: they come before any batch. */
    long of(String productId);

    /** The same for each product of which any were. */
    Map<String, Long> byProduct();

    /** How many codes of a product were handed out to buyers since then. */
    long fulfilledSince(String productId, Instant since);
}
