package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Who took which figures out of the system. Recorded before the first row leaves. */
@Service
public class ExportLog {
    private static final int LONGEST = 200;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ExportLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param who the member of staff
     * @param what of it, for people, without personal data
     */
    public void record(String who, String what) {
        jdbc.update(
                "insert into ledger_export (id, who, at, what) values (nextval('ledger_export_seq'), ?, ?, ?)",
                who,
                Timestamp.from(BusinessTime.now(clock)),
                what.substring(0, Math.min(LONGEST, what.length())));
    }
}
