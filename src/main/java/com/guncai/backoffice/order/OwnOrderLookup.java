package com.guncai.backoffice.order;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders of every service are found by their number, by its last digits, and by the phone of their customer. */
@Component
class OwnOrderLookup implements OrderLookup {
    /** Fewer would find too many. */
    private static final int FEWEST = 4;

    @Override
    public List<String> queries(SearchTerm term) {
        var queries = new ArrayList<String>();
        if (term.isNumber()) {
            queries.add("select order_no from customer_order where order_no = :text");
            if (term.text().length() >= FEWEST) {
                queries.add("select order_no from customer_order where order_tail = right(:text, " + FEWEST
                        + ") and right(order_no, char_length(:text)) = :text");
            }
        }
        if (term.isPhone()) {
            queries.add("select o.order_no from customer c join customer_order o on o.customer_id = c.id"
                    + " where c.phone_digest = :phone");
        }
        return queries;
    }
}
