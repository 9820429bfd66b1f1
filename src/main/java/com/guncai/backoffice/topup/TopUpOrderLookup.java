package com.guncai.backoffice.topup;

import com.guncai.backoffice.order.OrderLookup;
import com.guncai.backoffice.order.SearchTerm;
import com.guncai.backoffice.shared.DigestColumns;
import com.guncai.backoffice.shared.SearchDigests;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Top-ups are found by the phone that gets them and by the number of the purchase. */
@Configuration(proxyBeanMethods = false)
class TopUpOrderLookup implements OrderLookup {
    @Override
    public List<String> queries(SearchTerm term) {
        var queries = new ArrayList<String>();
        if (term.isPhone()) {
            queries.add("select order_no from top_up_order where phone_digest = :phone");
        }
        if (term.isNumber()) {
            queries.add("select order_no from top_up_order where transaction_no in (:text, :upper)");
        }
        return queries;
    }

    @Bean
    static DigestColumns digestsOfTopUpOrders() {
        return new DigestColumns(
                "top_up_order",
                "order_no",
                List.of(new DigestColumns.Column("phone_digest", "phone", SearchDigests::phone)));
    }
}
