package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.RecordedFacts;
import com.guncai.backoffice.shared.RowStream;
import com.guncai.backoffice.shared.Services;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells payments again; before anything else, as nothing happens to an order's money before it is paid. */
@Component
@Order(1)
class RecordedPayments implements RecordedFacts {
    private final JdbcTemplate jdbc;
    private final Services services;

    RecordedPayments(JdbcTemplate jdbc, Services services) {
        this.jdbc = jdbc;
        this.services = services;
    }

    @Override
    public void forEach(Consumer<Object> listener) {
        RowStream.read(
                jdbc,
                """
                select p.order_no, o.service, p.transaction_id, p.amount_fen, p.paid_at
                from payment p join customer_order o on o.order_no = p.order_no where p.transaction_id is not null""",
                (row, number) -> new PaymentRecorded(
                        row.getString(1),
                        services.convert(row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getTimestamp(5).toInstant()),
                listener);
    }
}
