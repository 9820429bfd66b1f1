package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who may sign in and who may not any more; the engine knows no such state of its users. */
@Component
class Accounts {
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Accounts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The ids of those who may not. */
    Set<String> disabled() {
        return Set.copyOf(
                jdbc.queryForList("select user_id from staff_account where disabled_at is not null", String.class));
    }

    /** Users that were made elsewhere have no row until one is needed. */
    void remember(String user) {
        jdbc.update(
                "insert into staff_account (user_id) select cast(? as varchar(64)) from setup_lock"
                        + " where not exists (select 1 from staff_account where user_id = ?)",
                user,
                user);
    }

    void disable(String user) {
        remember(user);
        jdbc.update(
                "update staff_account set disabled_at = ? where user_id = ?",
                Timestamp.from(BusinessTime.now(clock)),
                user);
    }

    /** Whether it was disabled. */
    boolean enable(String user) {
        return jdbc.update(
                        "update staff_account set disabled_at = null where user_id = ? and disabled_at is not null",
                        user)
                > 0;
    }
}
