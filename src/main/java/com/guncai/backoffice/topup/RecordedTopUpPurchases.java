package com.guncai.backoffice.topup;

import static com.guncai.backoffice.topup.TopUpService.TOP_UP;

import com.guncai.backoffice.order.PurchaseRecorded;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.RecordedFacts;
import com.guncai.backoffice.shared.RowStream;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells again what was bought for top-ups. */
@Component
class RecordedTopUpPurchases implements RecordedFacts {
    private final JdbcTemplate jdbc;

    RecordedTopUpPurchases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forEach(Consumer<Object> listener) {
        RowStream.read(
                jdbc,
                """
                select s.order_no, s.purchase_cost_fen, s.transaction_no, coalesce(
                    (select min(t.at) from timeline_entry t where t.order_no = s.order_no and t.fact = 'OrderCompleted'), o.created_at)
                from top_up_order s join customer_order o on o.order_no = s.order_no where s.purchase_cost_fen is not null""",
                (row, number) -> new PurchaseRecorded(
                        row.getString(1),
                        TOP_UP,
                        CompanyAccount.ALIPAY,
                        row.getLong(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        PurchaseRecorded.Kind.FIRST),
                listener);
    }
}
