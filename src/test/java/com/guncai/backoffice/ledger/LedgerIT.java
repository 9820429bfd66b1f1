package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.testing.ProcessTest;
import com.guncai.backoffice.testing.Statements;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger promises to whoever posts. */
@ProcessTest
@Import(Statements.class)
class LedgerIT {
    @Autowired
    Ledger ledger;

    @Autowired
    LedgerEntries entries;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Statements statements;

    final String reference = UUID.randomUUID().toString();

    @Test
    void anEntryIsThereWhenItsTransactionCommits() {
        inTransaction(() -> {
            ledger.post(moved(reference, 500));
            assertThat(entries.find(Fact.MONEY_MOVED, reference)).isEmpty();
        });

        var entry = posted();
        assertThat(entry.no()).isNull();
        assertThat(entry.lines())
                .containsExactly(new LedgerEntry.Line(Account.ALIPAY, 500), new LedgerEntry.Line(Account.BANK, -500));
        assertThat(entry.externalNo()).isEqualTo("X1");
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ledger.post(moved(reference, 500));
            status.setRollbackOnly();
        });

        assertThat(entries.find(Fact.MONEY_MOVED, reference)).isEmpty();
    }

    @Test
    void theSameFactTwiceIsOneEntry() {
        inTransaction(() -> {
            ledger.post(moved(reference, 500));
            ledger.post(moved(reference, 500));
        });
        inTransaction(() -> ledger.post(moved(reference, 700)));

        assertThat(posted().amountFen(Account.ALIPAY)).isEqualTo(500);
        assertThat(count("ledger_entry where reference = ?", reference)).isOne();
    }

    @Test
    void postingNeedsATransaction() {
        assertThatThrownBy(() -> ledger.post(moved(reference, 1))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEntryThatIsNotBalancedIsRefused() {
        assertThatThrownBy(() ->
                        inTransaction(() -> ledger.post(moved(reference, 500).debit(Account.BANK, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not balanced");
    }

    @Test
    void aTransactionInsideAnotherHasItsOwnEntries() {
        new TransactionTemplate(transactions).executeWithoutResult(outer -> {
            ledger.post(moved(reference, 500));
            inTransaction(() -> ledger.post(moved(reference + "-inner", 300)));
            outer.setRollbackOnly();
        });

        assertThat(entries.find(Fact.MONEY_MOVED, reference)).isEmpty();
        assertThat(entries.find(Fact.MONEY_MOVED, reference + "-inner")).isPresent();
    }

    /** A listener of the transaction's end may post as well. */
    @Test
    void whatIsPostedWhileTheTransactionEndsIsWritten() {
        inTransaction(() -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                ledger.post(moved(reference, 500));
            }
        }));

        assertThat(posted().amountFen(Account.ALIPAY)).isEqualTo(500);
    }

    @Test
    void anEntryIsTakenBackOnceByItsOpposite() {
        inTransaction(() -> ledger.post(moved(reference, 500)));
        var id = posted().id();

        inTransaction(() -> ledger.reverse(id, "重复登记"));
        inTransaction(() -> ledger.reverse(id, "重复登记"));

        var reversing = entries.find(Fact.REVERSED, String.valueOf(id)).orElseThrow();
        assertThat(reversing.amountFen(Account.ALIPAY)).isEqualTo(-500);
        assertThat(reversing.reverses()).isEqualTo(id);
        assertThat(count("ledger_entry where reverses = ?", id)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set text = 'x' where id = ?",
                "update ledger_entry set closed_on = '2026-01-01', book_year = 2026, entry_no = 1, order_no = 'x'"
                        + " where id = ?",
                "delete from ledger_entry where id = ?",
                "update ledger_line set amount_fen = amount_fen + 1 where entry_id = ?",
                "delete from ledger_line where entry_id = ?"
            })
    void theDatabaseRefusesAnyChange(String change) {
        inTransaction(() -> ledger.post(moved(reference, 500)));

        assertThatThrownBy(() -> jdbc.update(change, posted().id()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("the ledger is never changed");

        assertThat(posted().amountFen(Account.ALIPAY)).isEqualTo(500);
    }

    @Test
    void anEntryTakesItsNumberOnce() {
        inTransaction(() -> ledger.post(moved(reference, 500)));
        var number = "update ledger_entry set closed_on = '1999-01-01', book_year = 1999, entry_no = ? where id = ?";
        jdbc.update(number, Math.floorMod(System.nanoTime(), 1_000_000_000L), posted().id());

        assertThatThrownBy(() -> jdbc.update(number, 8, posted().id())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void manyEntriesOfATransactionAreTwoStatements() {
        inTransaction(() -> ledger.post(moved(reference, 1)));

        var sent = statements.of(() -> inTransaction(() -> {
            for (int i = 0; i < 20; i++) {
                ledger.post(moved(reference + i, 100));
            }
        }));

        assertThat(sent.stream().filter(sql -> !sql.contains("nextval"))).hasSize(2);
    }

    private LedgerEntry posted() {
        return entries.find(Fact.MONEY_MOVED, reference).orElseThrow();
    }

    private static Posting moved(String reference, long fen) {
        return Posting.of(Fact.MONEY_MOVED, reference, Instant.parse("2026-11-30T04:00:00Z"), "转入支付宝")
                .externalNo("X1")
                .debit(Account.ALIPAY, fen)
                .credit(Account.BANK, fen);
    }

    private void inTransaction(Runnable work) {
        var fresh = new TransactionTemplate(transactions);
        fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        fresh.executeWithoutResult(status -> work.run());
    }

    private long count(String from, Object value) {
        return jdbc.queryForObject("select count(*) from " + from, Long.class, value);
    }
}
