package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.RecordedFacts;
import com.guncai.backoffice.shared.RowStream;
import com.guncai.backoffice.shared.Services;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells transfers again. */
@Component
class RecordedTransfers implements RecordedFacts {
    private final JdbcTemplate jdbc;
    private final Services services;

    RecordedTransfers(JdbcTemplate jdbc, Services services) {
        this.jdbc = jdbc;
        this.services = services;
    }

    @Override
    public void forEach(Consumer<Object> listener) {
        RowStream.read(
                jdbc,
                """
                select order_no, service, face_fen, case when alipay_account is null then 'BANK' else 'ALIPAY' end, transfer_no,
                    transferred_at
                from cashback_claim where transferred_at is not null""",
                (row, number) -> new CashbackTransferred(
                        row.getString(1),
                        services.convert(row.getString(2)),
                        row.getLong(3),
                        CompanyAccount.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()),
                listener);
    }
}
