package com.guncai.backoffice.customer;

import java.util.Map;
import java.util.Optional;

/** What a module keeps about customers, declared by a bean: they may read it, and have it cut from them. */
public interface CustomerData {
    /** In clear and whole, by the name of the field in the answer; for the customer's own eyes. */
    default Map<String, Object> of(long customerId) {
        return Map.of();
    }

    /** Why the account cannot be closed now, in a sentence for the customer. */
    default Optional<String> reasonToStay(long customerId) {
        return Optional.empty();
    }

    /**
     * Takes out what says who the customer is; what the law wants kept of orders and money stays. In the transaction that closes
     * the account.
     */
    default void cut(long customerId) {}
}
