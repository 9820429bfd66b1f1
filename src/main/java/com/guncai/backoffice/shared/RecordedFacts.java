package com.guncai.backoffice.shared;

import java.util.function.Consumer;

/**
 * The facts that a module has announced, told again from its tables: for a listener that came later. What is told is what was
 * announced, with the same numbers.
 */
public interface RecordedFacts {
    /** In a transaction, which lasts until all are told. */
    void forEach(Consumer<Object> listener);
}
