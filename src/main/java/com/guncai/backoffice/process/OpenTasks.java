package com.guncai.backoffice.process;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.shared.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of open tasks, what is due first on top. A clerk finds what they hold and what is for one of their groups, managers
 * find everything. A list costs two statements, all counts one.
 */
@Repository
@Transactional(readOnly = true)
public class OpenTasks {
    /** Words are looked for in texts that the tables hold encrypted: in so many tasks, those that are due first. */
    private static final int READ_FOR_WORDS = 1000;

    private static final String TASKS =
            """
            from ACT_RU_TASK t
            left join ACT_RU_VARIABLE n on n.EXECUTION_ID_ = t.PROC_INST_ID_ and n.NAME_ = 'orderNo'
            where t.SUSPENSION_STATE_ = 1 and t.EXECUTION_ID_ is not null""";

    private static final String SEEN =
            """

            and (t.ASSIGNEE_ = :user or exists (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_
                and l.TYPE_ = 'candidate' and (l.GROUP_ID_ in (:groups) or l.USER_ID_ = :user)))""";

    private static final String OF_DESK =
            " and exists (select 1 from ACT_RU_IDENTITYLINK d where d.TASK_ID_ = t.ID_ and d.GROUP_ID_ = :desk)";

    private final NamedParameterJdbcTemplate jdbc;
    private final RuntimeService runtime;
    private final Clock clock;

    OpenTasks(NamedParameterJdbcTemplate jdbc, @Lazy RuntimeService runtime, Clock clock) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** How many tasks each list holds, and how many of them are overdue; in the order of the lists. */
    public List<Count> counts(Reader reader, String desk) {
        var columns = Stream.of(TaskQueue.values())
                .map(queue -> "count(case when " + queue.condition() + " then 1 end), count(case when "
                        + queue.condition() + " and t.DUE_DATE_ < :now then 1 end)")
                .collect(joining(", "));
        var parameters = parameters(reader, desk);
        return jdbc.query(
                        "select " + columns + " " + TASKS + restriction(reader, desk),
                        parameters,
                        (row, number) -> counts(row))
                .get(0);
    }

    /** The first tasks of a list. */
    public List<OpenTask> page(Reader reader, String desk, TaskQueue queue, int size) {
        var parameters = parameters(reader, desk);
        return read(restriction(reader, desk) + " and " + queue.condition(), parameters, size);
    }

    /**
     * The tasks of orders, in whatever list.
     *
     * @param digits what their numbers end with or contain; empty for none
     * @param orders a query of order numbers with its parameters
     */
    public List<OpenTask> ofOrders(
            Reader reader, String digits, String orders, Map<String, ? extends @Nullable Object> of, int size) {
        var parameters = parameters(reader, "");
        parameters.putAll(of);
        parameters.put("digits", "%" + digits + "%");
        var alike = digits.isEmpty() ? "" : "n.TEXT_ like :digits or ";
        return read(restriction(reader, "") + " and (" + alike + "n.TEXT_ in (" + orders + "))", parameters, size);
    }

    /** The tasks whose name or content has all of the words. */
    public List<OpenTask> withWords(Reader reader, List<String> words, int size) {
        return read(restriction(reader, ""), parameters(reader, ""), READ_FOR_WORDS).stream()
                .filter(task -> words.stream().allMatch(word -> text(task).contains(word.toLowerCase(Locale.ROOT))))
                .limit(size)
                .toList();
    }

    private static String text(OpenTask task) {
        return (task.name() + " " + task.summary() + " " + task.mark()).toLowerCase(Locale.ROOT);
    }

    private static String restriction(Reader reader, String desk) {
        return (reader.seesAll() ? "" : SEEN) + (desk.isEmpty() ? "" : OF_DESK);
    }

    private Map<String, @Nullable Object> parameters(Reader reader, String desk) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("user", reader.user());
        parameters.put("groups", reader.groups().isEmpty() ? Set.of("-") : reader.groups());
        parameters.put("desk", desk);
        parameters.put("now", Timestamp.from(clock.instant()));
        return parameters;
    }

    private static List<Count> counts(ResultSet row) throws SQLException {
        var counts = new ArrayList<Count>();
        for (var queue : TaskQueue.values()) {
            var column = 2 * queue.ordinal() + 1;
            counts.add(new Count(queue, row.getInt(column), row.getInt(column + 1)));
        }
        return counts;
    }

    private List<OpenTask> read(String restriction, Map<String, @Nullable Object> parameters, int size) {
        parameters.put("size", size);
        var rows = jdbc.query(
                "select t.*, n.TEXT_ as ORDER_NO " + TASKS + restriction
                        + " order by t.DUE_DATE_, t.CREATE_TIME_, t.ID_ limit :size",
                parameters,
                (row, number) -> Row.of(row));
        var texts = texts(rows);
        return rows.stream().map(row -> row.task(texts)).toList();
    }

    /** What each task, or the case around it, says in the list, by execution and name. */
    private Map<String, String> texts(List<Row> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        var scopes = new ArrayList<String>();
        rows.forEach(row -> scopes.addAll(List.of(row.execution(), row.instance())));
        return runtime
                .createVariableInstanceQuery()
                .executionIdIn(scopes.stream().distinct().toArray(String[]::new))
                .variableNameIn("summary", TaskMarks.VARIABLE)
                .list()
                .stream()
                .filter(variable -> variable.getValue() != null)
                .collect(toMap(
                        variable -> variable.getExecutionId() + " " + variable.getName(),
                        variable -> String.valueOf(variable.getValue()),
                        (one, other) -> one));
    }

    private record Row(
            String id,
            String key,
            String name,
            @Nullable String assignee,
            Instant createdAt,
            @Nullable Instant dueAt,
            String execution,
            String instance,
            @Nullable String orderNo) {
        static Row of(ResultSet row) throws SQLException {
            var due = row.getTimestamp("DUE_DATE_");
            return new Row(
                    row.getString("ID_"),
                    row.getString("TASK_DEF_KEY_"),
                    row.getString("NAME_"),
                    row.getString("ASSIGNEE_"),
                    row.getTimestamp("CREATE_TIME_").toInstant(),
                    due == null ? null : due.toInstant(),
                    row.getString("EXECUTION_ID_"),
                    row.getString("PROC_INST_ID_"),
                    row.getString("ORDER_NO"));
        }

        OpenTask task(Map<String, String> texts) {
            return new OpenTask(
                    id,
                    key,
                    name == null ? key : name,
                    assignee,
                    createdAt,
                    dueAt,
                    orderNo == null ? "" : orderNo,
                    text(texts, "summary"),
                    text(texts, TaskMarks.VARIABLE));
        }

        private String text(Map<String, String> texts, String name) {
            var own = texts.get(execution + " " + name);
            return own == null ? texts.getOrDefault(instance + " " + name, "") : own;
        }

        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** @param seesAll whether they see the tasks of all groups */
    public record Reader(String user, Collection<String> groups, boolean seesAll) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    public record Count(TaskQueue queue, int tasks, int overdue) {}
}
