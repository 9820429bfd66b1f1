package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who changed what about whom, and when. */
@Component
class PeopleChanges {
    /** Who changes what ends by itself. */
    static final String SYSTEM = "系统";

    private static final int LONGEST = 400;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PeopleChanges(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(String by, String user, String what) {
        jdbc.update(
                "insert into staff_change (id, changed_at, changed_by, user_id, what)"
                        + " values (nextval('staff_change_seq'), ?, ?, ?, ?)",
                Timestamp.from(BusinessTime.now(clock)),
                by,
                user,
                what.length() <= LONGEST ? what : what.substring(0, LONGEST));
    }

    List<Change> latest(int most) {
        return jdbc.query(
                "select changed_at, changed_by, user_id, what from staff_change order by changed_at desc, id desc limit "
                        + most,
                (row, n) -> new Change(
                        row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4)));
    }

    record Change(Instant at, String by, String user, String what) {}
}
