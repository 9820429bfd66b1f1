package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.Backfill;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Encrypts the pictures of an earlier release; two nodes at one picture write the same picture. */
@Component
class ReceiptBackfill implements Backfill {
    private static final Logger log = LoggerFactory.getLogger(ReceiptBackfill.class);
    private static final int AT_ONCE = 100;

    private final ReceiptStore store;
    private final JdbcTemplate jdbc;

    ReceiptBackfill(ReceiptStore store, JdbcTemplate jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    @Override
    public int run() {
        var changed = 0;
        var pictures = after("");
        while (!pictures.isEmpty()) {
            for (var picture : pictures) {
                changed += encrypt(picture);
            }
            pictures = after(pictures.get(pictures.size() - 1));
        }
        return changed;
    }

    /** The store encrypts whatever it is given. */
    private int encrypt(String picture) {
        try {
            for (var file : List.of(Receipts.full(picture), Receipts.small(picture))) {
                store.put(file, store.get(file));
            }
            return jdbc.update("update receipt set encrypted = true where picture = ? and not encrypted", picture);
        } catch (ReceiptStoreException notThere) {
            log.warn("A receipt could not be encrypted: {}", notThere.getMessage());
            return 0;
        }
    }

    /** A picture without an order is given up soon. */
    private List<String> after(String picture) {
        return jdbc.queryForList(
                "select picture from receipt where not encrypted and order_no is not null and picture > ? order by picture"
                        + " fetch first " + AT_ONCE + " rows only",
                String.class,
                picture);
    }
}
