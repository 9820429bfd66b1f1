package com.guncai.backoffice.flower;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.OnPostgreSql;
import com.guncai.backoffice.testing.ProcessTest;
import com.guncai.backoffice.testing.Statements;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a flower order costs the database from placing to completed, as clerks and customers make it: statements, bytes of WAL
 * without page images, transactions that write, and the rows that stay. Counted, so that a busy machine tells the same.
 */
@ProcessTest
@OnPostgreSql
@Import({Engine.class, Statements.class})
class OrderCostIT {
    private static final int LIVES = 5;

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    ManagementService jobs;

    @Autowired
    Statements statements;

    @Autowired
    JdbcTemplate jdbc;

    MiniProgram customer;
    Clerk clerk;

    @BeforeEach
    void warmUp() {
        pageImages("off");
        customer = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        clerk = new Clerk(port, "flower");
        live();
    }

    @AfterEach
    void asBefore() {
        pageImages("on");
    }

    @Test
    void aFlowerOrderLeavesFewRows() {
        var rowsBefore = rows();
        var wal = jdbc.queryForObject("select pg_current_wal_insert_lsn()::text", String.class);
        var transaction = transaction();

        var sent = statements.of(() -> {
            for (int i = 0; i < LIVES; i++) {
                live();
            }
        });

        var transactions = (transaction() - transaction - 1) / LIVES;
        var bytes = Objects.requireNonNull(jdbc.queryForObject(
                        "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ?::pg_lsn)", Long.class, wal))
                / LIVES;
        var left = new TreeMap<>(rows());
        left.replaceAll((table, count) -> count - rowsBefore.getOrDefault(table, 0L));
        var kept = left.values().stream().mapToLong(Long::longValue).sum() / LIVES;
        System.out.printf(
                "order cost: %d statements, %d transactions that write, %,d bytes of WAL, %d rows that stay%n",
                sent.size() / LIVES, transactions, bytes, kept);
        System.out.println("order cost: rows by table: "
                + left.entrySet().stream()
                        .filter(table -> table.getValue() > 0)
                        .map(table -> table.getKey() + " " + table.getValue() / LIVES)
                        .collect(joining(", ")));
        var often = new TreeMap<String, Integer>();
        sent.forEach(sql -> often.merge(sql.replaceAll("\\s+", " "), 1, Integer::sum));
        often.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(statement -> System.out.printf(
                        "order cost: %.1f x %.300s%n", statement.getValue() / (double) LIVES, statement.getKey()));
        // WAL is printed only: it is the whole server's, of which other tests of this JVM use databases at the same
        // time.
        assertThat(kept).as("rows that stay").isLessThanOrEqualTo(58);
        assertThat(sent.size() / LIVES).as("statements").isLessThanOrEqualTo(309);
        assertThat(transactions).as("transactions that write").isLessThanOrEqualTo(20);
    }

    private void live() {
        var orderNo = customer.placesFlowers();
        var payment = engine.process(orderNo);
        customer.pays(orderNo);
        engine.run(payment, "Task_AwaitPayment");
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", "MT" + System.nanoTime());
        shop.put("purchaseCostYuan", 128.5);
        work(orderNo, shop);
        work(orderNo, Map.of("deliveryNote", "本人签收", "completeEarly", true));
        due();
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    private void work(String orderNo, Map<String, ?> answers) {
        due();
        var task = clerk.task(orderNo).orElseThrow().get("id").asText();
        clerk.claims(task).is(204);
        clerk.completes(task, answers).is(204);
    }

    /** As the job executor would. */
    private void due() {
        jobs.createJobQuery().messages().list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private Map<String, Long> rows() {
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
                String.class);
        return tables.stream()
                .collect(toMap(
                        table -> table,
                        table -> Objects.requireNonNull(
                                jdbc.queryForObject("select count(*) from " + table, Long.class))));
    }

    private long transaction() {
        return Objects.requireNonNull(jdbc.queryForObject("select txid_current()", Long.class));
    }

    private void pageImages(String onOrOff) {
        jdbc.execute("alter system set full_page_writes = " + onOrOff);
        jdbc.queryForObject("select pg_reload_conf()", Boolean.class);
    }
}
