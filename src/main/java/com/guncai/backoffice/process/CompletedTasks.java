package com.guncai.backoffice.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Who completed which task, with what. The engine's history keeps tasks for a year, knows who was assigned and not who
 * completed, and finds neither by person; this is kept for as long as orders are.
 */
@Repository
public class CompletedTasks {
    /** The orders that {@code :clerk} worked at, for a search by {@code completed_at >= :workedFrom}. */
    public static final String ORDERS_OF_CLERK =
            "select t.order_no from task_completion t where t.completed_by = :clerk and t.completed_at >= :workedFrom";

    /** Longer entries are cut: the column takes encrypted text. */
    private static final int LONGEST = 500;

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;
    private final PersonalDataCipher personalData;
    private final ObjectMapper json;

    CompletedTasks(NamedParameterJdbcTemplate jdbc, PersonalDataCipher personalData, ObjectMapper json) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.json = json;
    }

    /** Within the transaction that completes the task. */
    public void add(CompletedTask task) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("taskId", task.taskId());
        values.put("caseNo", task.caseNo());
        values.put("orderNo", task.orderNo());
        values.put("process", task.process());
        values.put("task", task.task());
        values.put("name", task.name());
        values.put("claimedBy", task.claimedBy());
        values.put("completedBy", task.completedBy());
        values.put("completedAt", task.completedAt().atOffset(ZoneOffset.UTC));
        values.put("entered", personalData.convertToDatabaseColumn(written(task.entered())));
        jdbc.update(
                """
                insert into task_completion (task_id, case_no, order_no, process, task, name, claimed_by, completed_by,
                    completed_at, entered)
                values (:taskId, :caseNo, :orderNo, :process, :task, :name, :claimedBy, :completedBy, :completedAt, :entered)""",
                values);
    }

    /**
     * Forgets what was entered at the tasks of some orders, which may name people; who completed them stays.
     *
     * @param orders query of the order numbers, with its parameters
     */
    public void forget(String orders, Map<String, ?> parameters) {
        var values = new HashMap<String, @Nullable Object>(parameters);
        values.put("nothing", personalData.convertToDatabaseColumn(written(Map.of())));
        jdbc.update("update task_completion set entered = :nothing where order_no in (" + orders + ")", values);
    }

    /** About an order, oldest first. */
    public List<CompletedTask> ofOrder(String orderNo) {
        return jdbc.query(
                "select * from task_completion where order_no = :orderNo order by completed_at, task_id",
                Map.of("orderNo", orderNo),
                (row, number) -> task(row));
    }

    /**
     * Of a member of staff, newest first.
     *
     * @param from inclusive, {@code before} exclusive
     * @param after the last one of the page before; {@code null} for the first page
     * @param orders queries of the order numbers that count, with their parameters; empty for all
     */
    public List<CompletedTask> ofStaff(
            String staff,
            Instant from,
            Instant before,
            @Nullable CompletedTask after,
            int size,
            List<String> orders,
            Map<String, ?> parameters) {
        var values = new HashMap<String, @Nullable Object>(parameters);
        values.put("staff", staff);
        values.put("workedFrom", from.atOffset(ZoneOffset.UTC));
        values.put("workedBefore", before.atOffset(ZoneOffset.UTC));
        values.put("size", size);
        var sql = new StringBuilder("select * from task_completion where completed_by = :staff"
                + " and completed_at >= :workedFrom and completed_at < :workedBefore");
        orders.forEach(query -> sql.append(" and order_no in (").append(query).append(')'));
        if (after != null) {
            sql.append(" and (completed_at, task_id) < (:afterAt, :afterId)");
            values.put("afterAt", after.completedAt().atOffset(ZoneOffset.UTC));
            values.put("afterId", after.taskId());
        }
        return jdbc.query(
                sql.append(" order by completed_at desc, task_id desc limit :size")
                        .toString(),
                values,
                (row, number) -> task(row));
    }

    /** How many each member of staff completed in a time; whoever did most comes first. */
    public Map<String, Long> countByStaff(Instant from, Instant before) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.query(
                """
                select completed_by, count(*) from task_completion
                where completed_at >= :from and completed_at < :before and completed_by is not null
                group by completed_by order by count(*) desc, completed_by""",
                Map.of("from", from.atOffset(ZoneOffset.UTC), "before", before.atOffset(ZoneOffset.UTC)),
                row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    private CompletedTask task(ResultSet row) throws SQLException {
        return new CompletedTask(
                row.getString("task_id"),
                row.getString("case_no"),
                row.getString("order_no"),
                row.getString("process"),
                row.getString("task"),
                row.getString("name"),
                row.getString("claimed_by"),
                row.getString("completed_by"),
                row.getObject("completed_at", OffsetDateTime.class).toInstant(),
                read(personalData.convertToEntityAttribute(row.getString("entered"))));
    }

    private String written(Map<String, String> entered) {
        var cut = new HashMap<String, String>();
        entered.forEach((field, value) ->
                cut.put(field, value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…"));
        try {
            return json.writeValueAsString(cut);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Map<String, String> read(@Nullable String written) {
        try {
            return written == null ? Map.of() : json.readValue(written, FIELDS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
