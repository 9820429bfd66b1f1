package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Receipts leave the store first and the table then: what fails in between is found again. Two nodes delete one file twice. */
@Component
class ReceiptRetention implements Retention {
    private static final Logger log = LoggerFactory.getLogger(ReceiptRetention.class);
    private static final int AT_ONCE = 500;

    private final ReceiptStore store;
    private final JdbcTemplate jdbc;

    ReceiptRetention(ReceiptStore store, JdbcTemplate jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "receipts";
    }

    @Override
    public Period kept() {
        return Period.ofYears(3);
    }

    /** The rest the next night. */
    @Override
    public int remove(Instant before) {
        var old = jdbc.query(
                "select picture, order_no from receipt where stored_at < ? and order_no is not null order by stored_at"
                        + " fetch first " + AT_ONCE + " rows only",
                (row, n) -> List.of(row.getString(1), row.getString(2)),
                Timestamp.from(before));
        var removed = 0;
        for (var receipt : old) {
            removed += remove(receipt.get(0), receipt.get(1));
        }
        return removed;
    }

    private int remove(String picture, String orderNo) {
        try {
            store.delete(Receipts.full(picture));
            store.delete(Receipts.small(picture));
        } catch (ReceiptStoreException failure) {
            log.warn("A receipt could not be removed; the next night tries again: {}", failure.getMessage());
            return 0;
        }
        jdbc.update("delete from receipt_key where order_no = ?", orderNo);
        return jdbc.update("delete from receipt where picture = ?", picture);
    }
}
