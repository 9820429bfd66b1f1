package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger of its own on an empty database, with a clock to turn. What needs a transaction is given one. */
class Books {
    static final LedgerProperties PROPERTIES =
            new LedgerProperties(new BigDecimal("0.006"), Duration.ofMinutes(5), Duration.ofMinutes(30));

    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final LedgerEntries entries;
    final LedgerBalances balances;
    final Ledger ledger;
    final LedgerClosing closing;
    private final Clock clock = new Turned();
    private Instant now = Instant.EPOCH;

    private Books(DataSource database) {
        jdbc = new JdbcTemplate(database);
        var beans = new StaticListableBeanFactory();
        beans.addBean("jdbc", jdbc);
        var transactions = new JdbcTransactionManager(database);
        transactions.setTransactionExecutionListeners(
                List.of(new LedgerWriter(beans.getBeanProvider(JdbcTemplate.class), clock)));
        transaction = new TransactionTemplate(transactions);
        entries = new LedgerEntries(new NamedParameterJdbcTemplate(jdbc));
        balances = new LedgerBalances(jdbc);
        ledger = new Ledger(entries, clock);
        var history = new LedgerHistory(List.of(), postings(), new CodePostings(ledger, null), transactions);
        closing = new LedgerClosing(jdbc, history, PROPERTIES, clock);
    }

    private OrderPostings postings() {
        return new OrderPostings(ledger, null, null, PROPERTIES);
    }

    static Books onH2() {
        return at(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    /** A second one at the same database is a second node. */
    static Books at(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        return new Books(database);
    }

    /** In the business's zone: {@code 2026-11-30T09:00}. */
    Books on(String day, String time) {
        now = LocalDate.parse(day)
                .atTime(LocalTime.parse(time))
                .atZone(BusinessTime.ZONE)
                .toInstant();
        return this;
    }

    Books posts(String reference, long fen) {
        transaction.executeWithoutResult(status -> ledger.post(moved(reference, fen)));
        return this;
    }

    Posting moved(String reference, long fen) {
        return Posting.of(Fact.MONEY_MOVED, reference, now, "转入支付宝")
                .debit(Account.ALIPAY, fen)
                .credit(Account.BANK, fen);
    }

    LocalDate closesNext() {
        return transaction.execute(status -> closing.closeNext());
    }

    void closesAll() {
        while (closesNext() != null) {
            // one day after the other
        }
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    long onDay(String day, Account account) {
        return balances.on(LocalDate.parse(day)).getOrDefault(account, 0L);
    }

    List<String> numbers() {
        return jdbc.queryForList(
                "select reference || ' ' || coalesce(cast(book_year as varchar(9)), '-') || '-' ||"
                        + " coalesce(cast(entry_no as varchar(9)), '-') from ledger_entry order by at, id",
                String.class);
    }

    private class Turned extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return BusinessTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
