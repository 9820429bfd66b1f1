package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.OrderLookup;
import com.guncai.backoffice.order.SearchTerm;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders are found by WeChat Pay's number of their payment. */
@Component
class PaymentLookup implements OrderLookup {
    @Override
    public List<String> queries(SearchTerm term) {
        return term.isNumber() ? List.of("select order_no from payment where transaction_id = :text") : List.of();
    }
}
