package com.guncai.backoffice.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Supplies {@link OrderField}s: each module a bean of its own for what it knows of an order. Read from the tables when an expression asks;
 * never kept in the engine, and never personal.
 */
public interface OrderFields {
    List<OrderField> fields();

    /** {@code null} where such an order has none. */
    @Nullable
    Object value(String orderNo, String field);
}
