package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.RecordedFacts;
import com.guncai.backoffice.shared.RowStream;
import com.guncai.backoffice.shared.Services;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells again which codes of known cost came, got too old and were used. */
@Component
class RecordedCodes implements RecordedFacts {
    private final JdbcTemplate jdbc;
    private final Services services;

    RecordedCodes(JdbcTemplate jdbc, Services services) {
        this.jdbc = jdbc;
        this.services = services;
    }

    @Override
    public void forEach(Consumer<Object> listener) {
        RowStream.read(
                jdbc,
                """
                select import_no, product_id, imported_at, sum(cost_fen),
                    sum(case when discarded_at = imported_at then cost_fen else 0 end),
                    sum(case when discarded_at = imported_at then 0 else 1 end)
                from coupon_code where cost_fen > 0 group by import_no, product_id, imported_at""",
                (row, number) -> new CodesImported(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(6),
                        true,
                        row.getLong(4),
                        row.getLong(5),
                        row.getTimestamp(3).toInstant()),
                listener);
        RowStream.read(
                jdbc,
                """
                select import_no, product_id, sum(cost_fen), discarded_at from coupon_code
                where cost_fen > 0 and discarded_at <> imported_at group by import_no, product_id, discarded_at""",
                (row, number) -> new CodesDiscarded(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant()),
                listener);
        RowStream.read(
                jdbc,
                """
                select k.id, k.service, c.cost_fen, k.bought_with is not null, k.redeemed_at
                from coupon k join coupon_code c on c.id = k.code_id where k.redeemed_at is not null and c.cost_fen > 0""",
                (row, number) -> new CodeUsed(
                        row.getLong(1),
                        services.convert(row.getString(2)),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getTimestamp(5).toInstant()),
                listener);
    }
}
