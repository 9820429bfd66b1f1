package com.guncai.backoffice.order;

import com.guncai.backoffice.customer.CurrentCustomer;

/**
 * Who places an order, and by which request: the same key from the same customer is the same order.
 *
 * @param requestDigest tells whether a repeated key came with the same body
 */
public record Placement(CurrentCustomer customer, String idempotencyKey, String requestDigest) {}
