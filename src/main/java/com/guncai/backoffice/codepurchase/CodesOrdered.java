package com.guncai.backoffice.codepurchase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Codes were ordered and paid, announced in the transaction that recorded it.
 *
 * @param externalNo of the seller
 */
public record CodesOrdered(
        String purchaseNo, String productId, long costFen, @Nullable String externalNo, Instant at) {}
