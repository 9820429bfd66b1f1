package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.shared.RecordedFacts;
import com.guncai.backoffice.shared.RowStream;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells purchases of codes again; one that was ordered in parts is told as one, by its first number. */
@Component
class RecordedPurchaseOrders implements RecordedFacts {
    private final JdbcTemplate jdbc;

    RecordedPurchaseOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forEach(Consumer<Object> listener) {
        RowStream.read(
                jdbc,
                """
                select p.purchase_no, p.product_id, p.cost_fen, n.external_no, p.ordered_at
                from purchase_order p
                left join purchase_order_number n on n.purchase_no = p.purchase_no and n.position = 0
                where p.cost_fen is not null""",
                (row, number) -> new CodesOrdered(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()),
                listener);
    }
}
