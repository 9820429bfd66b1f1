package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.PostgreSql;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What balances and a page of entries cost in a large ledger against a small one, on PostgreSQL; prints lines that begin with
 * {@code ledger:}. {@code bench/ledger} runs it with ten million entries.
 */
@Tag("slow")
class LedgerSizeIT {
    private static final int SMALL = 10_000;
    private static final int LARGE = Integer.getInteger("ledger.entries", 100_000);
    private static final int OPEN = 500;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @Test
    void aBalanceCostsTheSameHoweverLongTheLedger() {
        var small = measured(SMALL);
        var large = measured(LARGE);

        System.out.printf(
                "ledger: %,d entries against %,d: balances today %.2f, of a closed day %.2f, a page of an account %.2f"
                        + " times%n",
                LARGE, SMALL, large.today / small.today, large.closed / small.closed, large.page / small.page);
        // Shared machines are noisy: the bound is looser than what is wanted of a quiet one, which is 2.
        assertThat(large.today / small.today).isLessThan(4);
        assertThat(large.closed / small.closed).isLessThan(4);
    }

    private static Times measured(int entries) {
        var database = new SingleConnectionDataSource(PostgreSql.newDatabase(), "postgres", "postgres", true);
        try {
            var books = Books.at(database);
            fill(books, entries);
            var filter = new EntryFilter(null, null, Account.parse("COST:S7"), null, null);
            var times = new Times(
                    millis(() -> books.balances.on(TODAY)),
                    millis(() -> books.balances.on(TODAY.minusDays(200))),
                    millis(() -> books.entries.page(filter, null, 50)));
            System.out.printf(
                    "ledger: %,d entries, %d of them open: balances today %.2f ms, of a closed day %.2f ms, a page of"
                            + " an account %.2f ms%n",
                    entries, OPEN, times.today, times.closed, times.page);
            return times;
        } finally {
            database.destroy();
        }
    }

    /** A year of days that are closed, and today with as many entries as a busy day of the business has. */
    private static void fill(Books books, int entries) {
        books.jdbc.execute(
                """
                insert into ledger_entry (id, fact, reference, at, occurred_at, service, order_no, text, closed_on, book_year,
                    entry_no)
                select n, 'PURCHASED', 'O' || n, t.at, t.at, 'S' || n %% 10, 'O' || n / 4, '采购', t.day, 2026, case when t.day is null then null else n end
                from generate_series(1, %1$d) n
                cross join lateral (select
                    timestamp with time zone '2026-11-30 08:00:00+08' - (case when n > %1$d - %2$d then interval '0 day'
                        else interval '1 day' * (1 + (%1$d - n)::bigint * 364 / %1$d) end) + interval '1 second' * (n %% 3600) as at,
                    case when n > %1$d - %2$d then null
                        else date '2026-11-30' - (1 + (%1$d - n)::bigint * 364 / %1$d)::integer end as day) t"""
                        .formatted(entries, OPEN)
                        .replace("2026, case", "case when t.day is null then null else 2026 end, case"));
        books.jdbc.execute(
                """
                insert into ledger_line (entry_id, account, amount_fen, at)
                select e.id, 'COST:' || e.service, 1000 + e.id % 90, e.at from ledger_entry e
                union all select e.id, 'MEITUAN', -1000 - e.id % 90, e.at from ledger_entry e""");
        books.jdbc.execute(
                """
                insert into ledger_day (closed_on, closed_at, book_year, first_no, entries)
                select closed_on, now(), 2026, min(entry_no), count(*) from ledger_entry where closed_on is not null
                group by closed_on""");
        books.jdbc.execute(
                """
                insert into ledger_balance (closed_on, account, balance_fen, moved_fen)
                select closed_on, account, sum(moved) over (partition by account order by closed_on), moved
                from (select e.closed_on, l.account, sum(l.amount_fen) as moved
                      from ledger_entry e join ledger_line l on l.entry_id = e.id where e.closed_on is not null
                      group by e.closed_on, l.account) days""");
        books.jdbc.execute("vacuum analyze");
    }

    /** The median of many, after some to warm up. */
    private static double millis(Runnable query) {
        for (int i = 0; i < 30; i++) {
            query.run();
        }
        var nanos = LongStream.generate(() -> {
                    var start = System.nanoTime();
                    query.run();
                    return System.nanoTime() - start;
                })
                .limit(101)
                .sorted()
                .toArray();
        return nanos[50] / 1e6;
    }

    private record Times(double today, double closed, double page) {}
}
