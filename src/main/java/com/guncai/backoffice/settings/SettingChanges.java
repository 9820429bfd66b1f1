package com.guncai.backoffice.settings;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who changed which item when, from what to what; and which version an item has. */
@Repository
class SettingChanges {
    private final JdbcTemplate jdbc;
    private final StoredSettings stored;
    private final Clock clock;

    SettingChanges(JdbcTemplate jdbc, StoredSettings stored, Clock clock) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * Nobody else changes the item until the transaction ends.
     *
     * @param seen the version that its changer saw; {@code null} not to ask
     * @throws ProblemException {@code SETTING_CHANGED}
     */
    void lock(String list, String item, @Nullable Integer seen) {
        var version = jdbc.queryForList(
                "select version from setting_version where list = ? and item = ? for update",
                Integer.class,
                list,
                item);
        if (seen != null && seen != (version.isEmpty() ? 0 : version.get(0))) {
            throw changed();
        }
        try {
            if (version.isEmpty()) {
                jdbc.update("insert into setting_version (list, item, version) values (?, ?, 0)", list, item);
            }
        } catch (DuplicateKeyException faster) {
            throw changed();
        }
    }

    private static ProblemException changed() {
        return ProblemException.conflict(ProblemCode.SETTING_CHANGED, "刚刚有人改过这一项，请刷新后再改");
    }

    /** By item; those that nobody changed are left out. */
    Map<String, Integer> versions(String list) {
        var versions = new HashMap<String, Integer>();
        jdbc.query(
                "select item, version from setting_version where list = ?",
                row -> {
                    versions.put(row.getString(1), row.getInt(2));
                },
                list);
        return versions;
    }

    void record(
            String list,
            String item,
            String who,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            @Nullable Long reverts) {
        jdbc.update("update setting_version set version = version + 1 where list = ? and item = ?", list, item);
        jdbc.update(
                "insert into setting_change (id, list, item, who, at, earlier, later, reverts)"
                        + " values (nextval('setting_change_seq'), ?, ?, ?, ?, ?, ?, ?)",
                list,
                item,
                who,
                BusinessTime.now(clock).atOffset(ZoneOffset.UTC),
                before == null ? null : stored.written(before),
                after == null ? null : stored.written(after),
                reverts);
    }

    /** The newest of a list first. */
    List<Change> newest(String list, int most) {
        return jdbc.query(
                "select * from setting_change where list = ? order by id desc limit ?",
                (row, number) -> change(row),
                list,
                most);
    }

    @Nullable
    Change find(long id) {
        return jdbc.query("select * from setting_change where id = ?", (row, number) -> change(row), id).stream()
                .findFirst()
                .orElse(null);
    }

    /** Whether its item was not changed again. */
    boolean isLast(Change change) {
        return jdbc.queryForList(
                        "select id from setting_change where list = ? and item = ? and id > ? limit 1",
                        Long.class,
                        change.list(),
                        change.item(),
                        change.id())
                .isEmpty();
    }

    private Change change(ResultSet row) throws SQLException {
        var earlier = row.getString("earlier");
        var later = row.getString("later");
        return new Change(
                row.getLong("id"),
                row.getString("list"),
                row.getString("item"),
                row.getString("who"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                earlier == null ? null : stored.read(earlier),
                later == null ? null : stored.read(later),
                row.getObject("reverts") != null);
    }

    /** @param revert whether it took another one back */
    record Change(
            long id,
            String list,
            String item,
            String who,
            Instant at,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            boolean revert) {}
}
