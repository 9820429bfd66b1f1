package com.guncai.backoffice.refund;

import com.guncai.backoffice.order.OrderLookup;
import com.guncai.backoffice.order.SearchTerm;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders are found by the numbers of their refunds: ours, WeChat Pay's, the bank's. */
@Component
class RefundLookup implements OrderLookup {
    @Override
    public List<String> queries(SearchTerm term) {
        return term.isNumber()
                ? List.of(
                        "select order_no from refund where refund_no = :text",
                        "select order_no from refund where wechat_refund_id = :text",
                        "select order_no from refund where bank_flow_no in (:text, :upper)")
                : List.of();
    }
}
