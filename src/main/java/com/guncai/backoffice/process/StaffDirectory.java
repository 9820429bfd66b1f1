package com.guncai.backoffice.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The names of staff, as colleagues know them. All of them are read with one statement and kept for a minute, so that a page
 * of a hundred lines costs no more than one of one; a name that was changed is there a minute later on every node.
 */
@Component
public class StaffDirectory {
    private static final long KEPT = Duration.ofMinutes(1).toNanos();

    private final JdbcTemplate jdbc;
    private volatile @Nullable Names known;

    StaffDirectory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The name of a user; what is no user's id, or one of whom no name is known, is answered as it is. */
    public String name(@Nullable String user) {
        return user == null || user.isBlank() ? "" : names().getOrDefault(user, user);
    }

    /** By user id, of everybody. */
    public Map<String, String> names() {
        var now = System.nanoTime();
        var kept = known;
        if (kept == null || now - kept.readAt() > KEPT) {
            kept = new Names(now, read());
            known = kept;
        }
        return kept.byUser();
    }

    /** To be called when somebody's name was changed here. */
    public void forget() {
        known = null;
    }

    /** Not through the engine: what it lists depends on who asks, and names are everybody's. */
    private Map<String, String> read() {
        var read = new HashMap<String, String>();
        jdbc.query("select ID_, LAST_, FIRST_ from ACT_ID_USER", row -> {
            var name = text(row.getString(2)) + text(row.getString(3));
            read.put(row.getString(1), name.isBlank() ? row.getString(1) : name.strip());
        });
        return Map.copyOf(read);
    }

    /** Chinese names are written family name first, without a space. */
    private static String text(@Nullable String part) {
        return Objects.requireNonNullElse(part, "").strip();
    }

    private record Names(long readAt, Map<String, String> byUser) {}
}
