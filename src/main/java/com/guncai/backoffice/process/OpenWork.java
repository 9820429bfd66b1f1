package com.guncai.backoffice.process;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** What waits for staff at this moment. Asks as the system does: whoever shows it says who may see it. */
@Repository
public class OpenWork {
    private static final String TASKS =
            " from ACT_RU_TASK t join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'";

    private final NamedParameterJdbcTemplate jdbc;

    OpenWork(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of a desk's tasks. */
    public enum Part {
        OPEN("未完成", ""),
        UNCLAIMED("未认领", " and t.ASSIGNEE_ is null"),
        OVERDUE("已超时", " and t.DUE_DATE_ < :workNow");

        private final String label;
        private final String condition;

        Part(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        public String label() {
            return label;
        }

        /** The orders that such tasks are about, for a search with the {@link #parameters}. */
        public String orders() {
            return "select v.TEXT_" + TASKS
                    + " join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = t.PROC_INST_ID_ and v.NAME_ = 'orderNo'"
                    + " where l.GROUP_ID_ = :workDesk" + condition;
        }
    }

    public static Map<String, Object> parameters(String desk, Instant now) {
        return Map.of("workDesk", desk, "workNow", Timestamp.from(now));
    }

    /** Of each desk that has open tasks; one statement. A task of two desks counts at both. */
    public List<Desk> desks(Instant now) {
        return jdbc.query(
                """
                select l.GROUP_ID_, count(*), sum(case when t.ASSIGNEE_ is null then 1 else 0 end),
                    sum(case when t.DUE_DATE_ < :now then 1 else 0 end), min(t.CREATE_TIME_)"""
                        + TASKS + " where l.GROUP_ID_ is not null group by l.GROUP_ID_",
                Map.of("now", Timestamp.from(now)),
                (row, number) -> {
                    var oldest = row.getTimestamp(5);
                    return new Desk(
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            oldest == null ? null : oldest.toInstant());
                });
    }

    /** Steps that failed for good and wait for a manager. */
    public long incidents() {
        var count = jdbc.queryForObject("select count(*) from ACT_RU_INCIDENT", Map.of(), Long.class);
        return count == null ? 0 : count;
    }

    /**
     * @param desk id of the group
     * @param oldest when the task that waits longest was made
     */
    public record Desk(String desk, long open, long unclaimed, long overdue, @Nullable Instant oldest) {}
}
