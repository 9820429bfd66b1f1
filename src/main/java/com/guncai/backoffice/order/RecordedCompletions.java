package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.RecordedFacts;
import com.guncai.backoffice.shared.RowStream;
import com.guncai.backoffice.shared.Services;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells again which orders were completed, as the timeline has it. */
@Component
class RecordedCompletions implements RecordedFacts {
    private final JdbcTemplate jdbc;
    private final Services services;

    RecordedCompletions(JdbcTemplate jdbc, Services services) {
        this.jdbc = jdbc;
        this.services = services;
    }

    @Override
    public void forEach(Consumer<Object> listener) {
        RowStream.read(
                jdbc,
                """
                select o.order_no, o.service, t.at, t.text
                from timeline_entry t join customer_order o on o.order_no = t.order_no where t.fact = 'OrderCompleted'""",
                (row, number) -> new OrderCompleted(
                        row.getString(1),
                        services.convert(row.getString(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4)),
                listener);
    }
}
