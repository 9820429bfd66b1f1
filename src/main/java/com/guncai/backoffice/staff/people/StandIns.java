package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.SetupLock;
import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in at which desk for a time. While the time lasts the user is in the engine's group; what begins or ends is carried
 * out by whichever node looks first, for all of them.
 */
@Service
@Transactional
class StandIns {
    private static final RowMapper<StandIn> ROW = (row, n) -> new StandIn(
            row.getLong("id"),
            row.getString("user_id"),
            row.getString("group_id"),
            row.getTimestamp("starts_at").toInstant(),
            row.getTimestamp("ends_at").toInstant(),
            row.getTimestamp("started_at") != null);
    private static final String OPEN =
            "select id, user_id, group_id, starts_at, ends_at, started_at from staff_stand_in where ended_at is null";

    private final JdbcTemplate jdbc;
    private final Memberships memberships;
    private final IdentityService identity;
    private final PeopleChanges changes;
    private final Desks desks;
    private final SetupLock lock;
    private final Clock clock;

    StandIns(
            JdbcTemplate jdbc,
            Memberships memberships,
            IdentityService identity,
            PeopleChanges changes,
            Desks desks,
            SetupLock lock,
            Clock clock) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.identity = identity;
        this.changes = changes;
        this.desks = desks;
        this.lock = lock;
        this.clock = clock;
    }

    /** Those that last or are to come, by their beginning. */
    @Transactional(readOnly = true)
    public List<StandIn> open() {
        return jdbc.query(OPEN + " order by starts_at, id", ROW);
    }

    List<StandIn> open(String user) {
        return jdbc.query(OPEN + " and user_id = ? order by starts_at, id", ROW, user);
    }

    void add(String user, String group, Instant from, Instant until, String by) {
        jdbc.update(
                "insert into staff_stand_in (id, user_id, group_id, starts_at, ends_at, given_by, given_at)"
                        + " values (nextval('staff_stand_in_seq'), ?, ?, ?, ?, ?, ?)",
                user,
                group,
                Timestamp.from(from),
                Timestamp.from(until),
                by,
                Timestamp.from(now()));
        due().forEach(this::carryOut);
    }

    /** Those that begin or end now; one statement, asked for every few seconds. */
    @Transactional(readOnly = true)
    public List<Long> due() {
        var now = Timestamp.from(now());
        return jdbc.queryForList(
                "select id from staff_stand_in where ended_at is null"
                        + " and (ends_at <= ? or (starts_at <= ? and started_at is null)) order by ends_at, id",
                Long.class,
                now,
                now);
    }

    /** Begins or ends it, when that is due; on two nodes at once, once. */
    void carryOut(long id) {
        lock.take();
        var now = now();
        for (var standIn : jdbc.query(OPEN + " and id = ?", ROW, id)) {
            if (!standIn.until().isAfter(now)) {
                end(standIn, null);
            } else if (!standIn.lasts() && !standIn.from().isAfter(now)) {
                begin(standIn);
            }
        }
    }

    private void begin(StandIn standIn) {
        if (identity.createUserQuery().userId(standIn.user()).count() == 0) {
            end(standIn, null);
            return;
        }
        jdbc.update("update staff_stand_in set started_at = ? where id = ?", Timestamp.from(now()), standIn.id());
        if (!memberships.of(standIn.user()).contains(standIn.group())) {
            memberships.join(standIn.user(), Set.of(standIn.group()));
        }
    }

    /** @param by {@code null} when its time is over */
    void end(StandIn standIn, @Nullable String by) {
        close(standIn, by);
        var back = standIn.lasts() ? memberships.leave(standIn.user(), Set.of(standIn.group())) : 0;
        changes.record(
                by == null ? PeopleChanges.SYSTEM : by,
                standIn.user(),
                "代班结束：" + desks.label(standIn.group()) + (back == 0 ? "" : "，" + back + " 个在办任务退回本组"));
    }

    /** Ends the time but not the membership: the desk is theirs for good, or all desks are gone. */
    void close(StandIn standIn, @Nullable String by) {
        jdbc.update(
                "update staff_stand_in set ended_at = ?, ended_by = ? where id = ?",
                Timestamp.from(now()),
                by,
                standIn.id());
    }

    private Instant now() {
        return BusinessTime.now(clock);
    }

    /** @param lasts whether it has begun */
    record StandIn(long id, String user, String group, Instant from, Instant until, boolean lasts) {}
}
