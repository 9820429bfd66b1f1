package com.guncai.backoffice.flower;

import static com.guncai.backoffice.flower.FlowerService.FLOWER;

import com.guncai.backoffice.order.PurchaseRecorded;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.RecordedFacts;
import com.guncai.backoffice.shared.RowStream;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells again what was bought for flowers. */
@Component
class RecordedFlowerPurchases implements RecordedFacts {
    private final JdbcTemplate jdbc;

    RecordedFlowerPurchases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forEach(Consumer<Object> listener) {
        RowStream.read(
                jdbc,
                """
                select s.order_no, s.purchase_cost_fen, s.purchase_order_no, coalesce(
                    (select min(t.at) from timeline_entry t where t.order_no = s.order_no and t.fact = 'OrderAccepted'), o.created_at)
                from flower_order s join customer_order o on o.order_no = s.order_no where s.purchase_cost_fen is not null""",
                (row, number) -> new PurchaseRecorded(
                        row.getString(1),
                        FLOWER,
                        CompanyAccount.MEITUAN,
                        row.getLong(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        PurchaseRecorded.Kind.FIRST),
                listener);
    }
}
