package com.guncai.backoffice.staff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.OnPostgreSql;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long Tasklist's list and its count take with many open tasks ({@code -Dtasks.open=100000}; 5,000 else), in a process of
 * one desk and in one that desks share. Prints lines that begin with {@code task list}.
 */
@BackofficeTest
@OnPostgreSql
class TaskListSpeedIT {
    private static final int OPEN = Integer.getInteger("tasks.open", 5_000);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theListStaysQuickWhoeverReadsIt() {
        var customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        var flowers = new Clerk(port, "flower").awaitsTask(orderNo).get("id").asText();
        customer.asksForRefund(orderNo, "不想要了").is(202);
        var refund = new Clerk(port, "service")
                .refundTask(orderNo)
                .orElseThrow()
                .get("id")
                .asText();
        multiply(flowers);
        multiply(refund);
        jdbc.execute("analyze");

        for (var user : List.of("flower", "service", "manager")) {
            measured(user);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = 7", Long.class))
                .as("rights for single tasks")
                .isLessThan(10);
    }

    private void measured(String user) {
        var clerk = Json.at(port).as(user, user);
        var filter = StreamSupport.stream(
                        clerk.get("/engine-rest/filter").is(200).json().spliterator(), false)
                .filter(each -> each.get("name").asText().equals(user.equals("manager") ? "全部任务" : "待认领"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        clerk.get("/engine-rest/filter/" + filter + "/count").is(200);
        var list = took(() -> clerk.with("Accept", "application/hal+json")
                .get("/engine-rest/filter/" + filter + "/list?firstResult=0&maxResults=15")
                .is(200));
        var count =
                took(() -> clerk.get("/engine-rest/filter/" + filter + "/count").is(200));
        System.out.printf(
                "task list: %,d open tasks of two processes, %s: list %d ms, count %d ms%n",
                2 * OPEN, user, list.toMillis(), count.toMillis());
    }

    private static Duration took(Runnable asking) {
        var from = System.nanoTime();
        asking.run();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** As many tasks like this one, with its candidates; all of its case. */
    private void multiply(String task) {
        copy("ACT_RU_TASK", "ID_", "ID_ = '" + task + "'", null);
        copy("ACT_RU_IDENTITYLINK", "ID_", "TASK_ID_ = '" + task + "'", "TASK_ID_");
    }

    private void copy(String table, String id, String which, @Nullable String alsoNumbered) {
        var columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_name = ? order by ordinal_position",
                String.class,
                table.toLowerCase(Locale.ROOT));
        var values = columns.stream()
                .map(column -> column.equalsIgnoreCase(id) || column.equalsIgnoreCase(String.valueOf(alsoNumbered))
                        ? "left(t." + column + ", 40) || '-' || n"
                        : "t." + column)
                .collect(joining(", "));
        jdbc.update("insert into %s (%s) select %s from %s t, generate_series(1, %d) n where %s"
                .formatted(table, String.join(", ", columns), values, table, OPEN, which));
    }
}
