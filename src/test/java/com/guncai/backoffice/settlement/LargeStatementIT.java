package com.guncai.backoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.guncai.backoffice.coupon.BatchesToRead;
import com.guncai.backoffice.ledger.AccountNames;
import com.guncai.backoffice.ledger.LedgerToRead;
import com.guncai.backoffice.settlement.SettlementProperties.AccountHolder;
import com.guncai.backoffice.testing.PostgreSql;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The statement of a month of many orders, on PostgreSQL; prints a line that begins with {@code settlement:}. {@code
 * bench/settlement} runs it within 256 MB of heap.
 */
@Tag("slow")
class LargeStatementIT {
    private static final int ORDERS = Integer.getInteger("statement.orders", 100_000);
    private static final YearMonth MONTH = YearMonth.parse("2026-10");

    @Test
    void aLongMonthIsStatedInLittleMemory() throws IOException {
        var database = new SingleConnectionDataSource(PostgreSql.newDatabase(), "postgres", "postgres", true);
        Flyway.configure().dataSource(database).load().migrate();
        var jdbc = new JdbcTemplate(database);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        fill(jdbc);
        var statements = new SettlementStatements(jdbc, null, Clock.systemUTC());
        var content = new StatementContent(jdbc);
        var properties = new SettlementProperties(420_000_000, AccountHolder.COMPANY, Duration.ofMinutes(10), Set.of());
        var ledger = LedgerToRead.closed(jdbc);
        var maker = new StatementMaker(
                statements, content, ledger, new EntrySorter(ledger, BatchesToRead.of(jdbc), properties));
        var names = mock(AccountNames.class, call -> String.valueOf((Object) call.getArgument(0)));
        var workbook = new StatementWorkbook(content, names);
        statements.open("S", MONTH, properties.ceilingFen(), null);
        System.gc();

        var made = millis(() -> transaction.executeWithoutResult(status -> maker.make("S")));
        var statement = statements.get("S");
        var csv = Files.createTempFile("statement", ".csv");
        var xlsx = Files.createTempFile("statement", ".xlsx");
        var csvWritten = millis(() -> write(csv, out -> new StatementCsv(content).write(statement, out)));
        var xlsxWritten = millis(() -> write(xlsx, out -> workbook.write(statement, 0, out)));

        System.out.printf(
                "settlement: %,d orders, %,d entries of the ledger: counted in %.1f s, CSV of %.1f MB in %.1f s, workbook of"
                        + " %.1f MB in %.1f s, peak of the heap %,d MB%n",
                ORDERS,
                jdbc.queryForObject("select count(*) from ledger_entry", Long.class),
                made / 1000.0,
                Files.size(csv) / 1e6,
                csvWritten / 1000.0,
                Files.size(xlsx) / 1e6,
                xlsxWritten / 1000.0,
                peak() / 1_000_000);
        Files.delete(csv);
        Files.delete(xlsx);
        assertThat(statement.dueFen()).isEqualTo(3000L * (ORDERS / 4));
        assertThat(content.figures("S").stream()
                        .filter(figure -> figure.key().section() == Section.PAYMENT)
                        .mapToLong(Figure::entries)
                        .sum())
                .isEqualTo(ORDERS);
        database.destroy();
    }

    /** Each order is paid and earned; every fourth had a coupon of PICC, every twentieth is refunded. */
    private static void fill(JdbcTemplate jdbc) {
        jdbc.update("insert into ledger_day (closed_on, closed_at, book_year, first_no, entries)"
                + " select date '2026-10-01' + d, now(), 2026, 1, 0 from generate_series(0, 30) d");
        fact(jdbc, 0, "ORDER_PAID", "WECHAT", "PREPAYMENT", 15000, 1);
        fact(jdbc, 1, "WECHAT_FEE", "WECHAT_FEE", "WECHAT", 90, 1);
        fact(jdbc, 2, "COUPON_REDEEMED", "PICC:DEDUCTION", "PREPAYMENT", 3000, 4);
        fact(jdbc, 3, "REVENUE_EARNED", "PREPAYMENT", "REVENUE:FLOWER", 15000, 1);
        fact(jdbc, 4, "REFUNDED", "PREPAYMENT", "WECHAT", 15000, 20);
        jdbc.update(
                """
                insert into ledger_balance (closed_on, account, balance_fen, moved_fen)
                select date '2026-10-31', account, sum(amount_fen), sum(amount_fen) from ledger_line group by account""");
        jdbc.execute("vacuum analyze");
    }

    private static void fact(
            JdbcTemplate jdbc, int offset, String fact, String debit, String credit, int fen, int each) {
        jdbc.update(
                """
                insert into ledger_entry (id, fact, reference, at, occurred_at, service, order_no, external_no, coupon_id, text,
                    closed_on, book_year, entry_no)
                select 5::bigint * n + ?, ?, 'O' || n, t.at, t.at, 'FLOWER', 'O' || n, '4200' || n, n, '鲜花配送',
                    date '2026-10-01' + n % 31, 2026, 5::bigint * n + ?
                from generate_series(?, ?, ?) n
                cross join lateral (select timestamptz '2026-10-01 00:00:00+08' + interval '1 day' * (n % 31)
                    + interval '1 second' * (n % 80000) as at) t""",
                offset, fact, offset, each, ORDERS, each);
        jdbc.update(
                """
                insert into ledger_line (entry_id, account, amount_fen, at)
                select id, a.account, a.fen, at from ledger_entry
                cross join (values (?, ?), (?, ?)) a (account, fen) where fact = ?""",
                debit,
                fen,
                credit,
                -fen,
                fact);
    }

    private static void write(Path file, Writing writing) {
        try (var out = Files.newOutputStream(file)) {
            writing.to(out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static long millis(Runnable work) {
        var begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
