package com.guncai.backoffice.refund;

import com.guncai.backoffice.shared.RecordedFacts;
import com.guncai.backoffice.shared.RowStream;
import com.guncai.backoffice.shared.Services;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells again what went back, as the bank transactions have it: of two of a refund, WeChat's was one too many. */
@Component
class RecordedRefunds implements RecordedFacts {
    private final JdbcTemplate jdbc;
    private final Services services;

    RecordedRefunds(JdbcTemplate jdbc, Services services) {
        this.jdbc = jdbc;
        this.services = services;
    }

    @Override
    public void forEach(Consumer<Object> listener) {
        RowStream.read(
                jdbc,
                """
                select b.refund_no, b.order_no, o.service, b.amount_fen,
                    case when b.account = 'COMPANY' then 'BY_HAND' when r.bank_flow_no is null then 'WECHAT' else 'TWICE' end,
                    b.external_no, b.at
                from bank_transaction b join refund r on r.refund_no = b.refund_no
                join customer_order o on o.order_no = b.order_no order by b.at""",
                (row, number) -> new RefundPaid(
                        row.getString(1),
                        row.getString(2),
                        services.convert(row.getString(3)),
                        row.getLong(4),
                        RefundPaid.Way.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()),
                listener);
    }
}
