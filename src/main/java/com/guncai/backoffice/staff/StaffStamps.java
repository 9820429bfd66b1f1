package com.guncai.backoffice.staff;

import com.guncai.backoffice.shared.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells in one statement whether a user is still who signed in: the same password, in the same groups. */
@Component
class StaffStamps {
    private final JdbcTemplate jdbc;

    StaffStamps(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A digest of password and groups; {@code null} when there is no such user any more. */
    @Nullable
    String of(String user) {
        var rows = jdbc.query(
                """
                select u.PWD_, u.SALT_, m.GROUP_ID_
                from ACT_ID_USER u left join ACT_ID_MEMBERSHIP m on m.USER_ID_ = u.ID_
                where u.ID_ = ? order by m.GROUP_ID_""",
                (row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                user);
        return rows.isEmpty() ? null : Sha256.hex(String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
    }
}
