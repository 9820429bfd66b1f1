package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.Backfill;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Encrypts the openids of an earlier release and notes their digests. */
@Component
class OpenidBackfill implements Backfill {
    private static final Logger log = LoggerFactory.getLogger(OpenidBackfill.class);
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;

    OpenidBackfill(JdbcTemplate jdbc, PersonalDataCipher personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    @Override
    public int run() {
        var changed = 0;
        var rows = after(Long.MIN_VALUE);
        while (!rows.isEmpty()) {
            for (var row : rows) {
                changed += encrypt(row);
            }
            rows = after(rows.get(rows.size() - 1).id);
        }
        return changed;
    }

    private int encrypt(Row row) {
        var openid = personalData.inClear(row.openid);
        try {
            return jdbc.update(
                    "update customer set openid = ?, openid_digest = ? where id = ? and openid = ?",
                    personalData.convertToDatabaseColumn(openid),
                    personalData.digest(openid),
                    row.id,
                    row.openid);
        } catch (DuplicateKeyException twice) {
            // Signed in first at a new node and then at an old one, while they changed over: the digest finds the
            // first.
            log.warn("Customer {} stands there twice", row.id);
            jdbc.update(
                    "update customer set openid = ? where id = ? and openid = ?",
                    personalData.convertToDatabaseColumn(openid),
                    row.id,
                    row.openid);
            return 0;
        }
    }

    private List<Row> after(long id) {
        return jdbc.query(
                "select id, openid from customer where openid_digest is null and id > ? order by id fetch first "
                        + AT_ONCE + " rows only",
                (found, n) -> new Row(found.getLong(1), found.getString(2)),
                id);
    }

    private record Row(long id, String openid) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
