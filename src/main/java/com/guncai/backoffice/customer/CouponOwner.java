package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.Masked;
import org.jspecify.annotations.Nullable;

/**
 * To whom a coupon may belong that a customer has: what was bought belongs to the customer, what was issued to the phone number.
 *
 * @param phoneDigest of the bound phone; {@code null} while none is bound
 */
public record CouponOwner(long customerId, @Nullable String phoneDigest) {
    @Override
    public String toString() {
        return Masked.text(this);
    }
}
