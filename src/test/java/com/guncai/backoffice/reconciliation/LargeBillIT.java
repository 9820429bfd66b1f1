package com.guncai.backoffice.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.ledger.LedgerToRead;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.PostgreSql;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A day of many bill lines against a ledger that has them, on PostgreSQL; prints a line that begins with {@code
 * reconciliation:}. {@code bench/reconciliation} runs it within 256 MB of heap.
 */
@Tag("slow")
class LargeBillIT {
    private static final int LINES = Integer.getInteger("bill.lines", 100_000);
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    @Test
    void aLongBillIsComparedInLittleMemory() throws IOException {
        var database = new SingleConnectionDataSource(PostgreSql.newDatabase(), "postgres", "postgres", true);
        Flyway.configure().dataSource(database).load().migrate();
        var jdbc = new JdbcTemplate(database);
        try {
            ledger(jdbc);
            var bill = bill();
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            var start = System.nanoTime();
            var comparison = new TransactionTemplate(new JdbcTransactionManager(database))
                    .execute(status -> compared(jdbc, bill));
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "reconciliation: %,d lines compared in %.1f s, %,.0f lines a second, %d differences, heap at most %d of"
                            + " %d MB%n",
                    comparison.lines(),
                    seconds,
                    comparison.lines() / seconds,
                    comparison.found(),
                    peak() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);

            assertThat(comparison.lines()).isEqualTo(LINES);
            assertThat(jdbc.queryForList(
                            "select kind || ' ' || subject from reconciliation_difference order by 1", String.class))
                    .containsExactly(
                            "AMOUNT 4200000002", "PAYMENT_WITHOUT_LINE 4200000000", "PAYMENT_WITHOUT_ORDER 4200X");
            assertThat(jdbc.queryForObject("select count(*) from bill_line", Long.class))
                    .isEqualTo(LINES);
        } finally {
            database.destroy();
        }
    }

    private static Comparison compared(JdbcTemplate jdbc, Path bill) {
        jdbc.update(
                """
                insert into reconciliation (case_no, source, bill_day, first_day, last_day, state, lines, started_at)
                values ('R', 'WECHAT', ?, ?, ?, 'WAITING', 0, now())""",
                DAY,
                DAY,
                DAY);
        var of = new Reconciliation(
                "R", BillSource.WECHAT, DAY, DAY, DAY, Reconciliation.State.WAITING, 0, null, Instant.EPOCH, null);
        var comparison = new Comparison(
                of,
                new BillLines(jdbc),
                new Differences(jdbc, null, Clock.systemUTC()),
                LedgerToRead.movements(jdbc),
                new Judgement(LedgerToRead.ledger(jdbc, Clock.systemUTC()), List.of()),
                new PaidPurchases(LedgerToRead.movements(jdbc)),
                posting -> {});
        try (var content = new GZIPInputStream(Files.newInputStream(bill))) {
            WeChatBillReader.trades(content, comparison::line);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        comparison.end();
        return comparison;
    }

    /** A payment and its fee for each line but one. */
    private static void ledger(JdbcTemplate jdbc) {
        var at = Timestamp.from(BusinessTime.startOf(DAY));
        for (var fact : List.of("ORDER_PAID", "WECHAT_FEE")) {
            jdbc.update(
                    """
                    insert into ledger_entry (id, fact, reference, at, occurred_at, service, order_no, external_no, text)
                    select 2 * n + ?, ?, 'O' || n, cast(? as timestamptz) + interval '1 second' * (n %% 86400),
                        cast(? as timestamptz) + interval '1 second' * (n %% 86400), 'FLOWER', 'O' || n,
                        '4200' || lpad(n::text, 6, '0'), '付款'
                    from generate_series(0, ?) n"""
                            .replace("%%", "%"),
                    fact.equals("ORDER_PAID") ? 0 : 1,
                    fact,
                    at,
                    at,
                    LINES - 1);
        }
        jdbc.update(
                """
                insert into ledger_line (entry_id, account, amount_fen, at)
                select id, 'WECHAT', case when fact = 'ORDER_PAID' then 15000 else -90 end, at from ledger_entry
                union all
                select id, case when fact = 'ORDER_PAID' then 'PREPAYMENT' else 'WECHAT_FEE' end,
                    case when fact = 'ORDER_PAID' then -15000 else 90 end, at from ledger_entry""");
        jdbc.execute("analyze");
    }

    /** The first payment is missing, the third has another amount, and there is one of nobody. */
    private static Path bill() throws IOException {
        var file = Files.createTempFile("bill", ".gz");
        file.toFile().deleteOnExit();
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(
                    "\uFEFF交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n");
            for (int n = 1; n < LINES; n++) {
                out.write(line("4200%06d".formatted(n), "O" + n, n == 2 ? "140.00" : "150.00"));
            }
            out.write(line("4200X", "X1", "150.00"));
            out.write("总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n`1,`1,`0,`0,`0,`0,`0\r\n");
        }
        return file;
    }

    private static String line(String number, String orderNo, String yuan) {
        return "`2026-11-29 12:00:00,`wx0,`1900000001,`0,`,`%s,`%s,`o-1,`JSAPI,`SUCCESS,`OTHERS,`CNY,`%s,`0.00,`0,`0,`0.00,`0.00,`,`,`鲜花配送 红玫瑰,`,`0.90000,`0.60%%,`%s,`0.00,`\r\n"
                .formatted(number, orderNo, yuan, yuan);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
