package com.guncai.backoffice.order;

import java.util.List;
import java.util.Map;

/** By what a module finds orders, for the search of staff; a bean. */
public interface OrderLookup {
    /**
     * SQL queries of one column, the numbers of the orders that a term finds, each by an index. Their parameters are
     * {@code :text}, {@code :upper} (the text in capitals), {@code :phone} and {@code :name} (digests). Empty when the term is
     * nothing that the module knows.
     */
    List<String> queries(SearchTerm term);

    /** Further parameters of its queries. */
    default Map<String, String> parameters(SearchTerm term) {
        return Map.of();
    }

    /** As above, of the orders that go to a {@code :city}; empty where orders go nowhere. */
    default String queryByCity() {
        return "";
    }

    /** Where orders of the module go, to choose from. */
    default List<String> cities() {
        return List.of();
    }
}
