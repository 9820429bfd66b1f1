package com.guncai.backoffice.order;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What a module lets customers do with their orders. An action is named as the last segment of its call's path, or
 * {@code …-withdrawal} where a call with the same path takes something back; programs rely on these names.
 */
public interface OrderActions {

    /** Each name that {@link #of} may give, with what it does, for the API page; Chinese. */
    Map<String, String> described();

    /**
     * The names of the calls that are possible now, by order number; orders with none may be left out. Costs no query when no
     * order is in a state that one could help, and the same few however many orders there are. The call itself checks again.
     */
    Map<String, Set<String>> of(Collection<Order> orders);
}
