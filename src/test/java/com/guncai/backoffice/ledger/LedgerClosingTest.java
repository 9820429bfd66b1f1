package com.guncai.backoffice.ledger;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.ledger.LedgerBalances.DayBalance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What closing a day does. On H2. */
class LedgerClosingTest {
    DataSource database;
    Books books;

    @BeforeEach
    void emptyBooks() {
        database = database();
        books = Books.at(database);
    }

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @Test
    void aDayIsClosedHalfAnHourAfterItIsOver() {
        books.on("2026-11-29", "23:59").posts("a", 100);

        assertThat(books.on("2026-11-30", "00:29").closesNext()).isNull();
        assertThat(books.on("2026-11-30", "00:30").closesNext()).isEqualTo("2026-11-29");
        assertThat(books.closesNext()).as("today is not over").isNull();
    }

    @Test
    void numbersHaveNoGapsAndBeginAnewEachYear() {
        books.on("2026-12-30", "08:00").posts("a", 1).posts("b", 1);
        books.on("2026-12-31", "08:00").posts("c", 1);
        books.on("2027-01-01", "08:00").posts("d", 1);
        books.on("2027-01-02", "08:00").posts("e", 1);

        books.closesAll();

        assertThat(books.numbers()).containsExactly("a 2026-1", "b 2026-2", "c 2026-3", "d 2027-1", "e ---");
        assertThat(books.entries.find(Fact.MONEY_MOVED, "c").orElseThrow().no()).isEqualTo("2026-0000003");
    }

    @Test
    void aBalanceIsOfTheClosedDayAndOfWhatCameSince() {
        books.on("2026-11-27", "08:00").posts("a", 100);
        books.on("2026-11-29", "08:00").posts("b", 20);
        books.on("2026-11-30", "08:00");
        books.closesAll();
        books.posts("c", 3);

        assertThat(books.onDay("2026-11-26", Account.ALIPAY)).isZero();
        assertThat(books.onDay("2026-11-27", Account.ALIPAY)).isEqualTo(100);
        assertThat(books.onDay("2026-11-28", Account.ALIPAY))
                .as("a day without entries")
                .isEqualTo(100);
        assertThat(books.onDay("2026-11-29", Account.ALIPAY)).isEqualTo(120);
        assertThat(books.onDay("2026-11-30", Account.ALIPAY)).as("open").isEqualTo(123);
        assertThat(books.onDay("2026-11-30", Account.BANK)).isEqualTo(-123);
        assertThat(books.balances.history(Account.ALIPAY, LocalDate.parse("2026-11-28"), LocalDate.parse("2026-11-30")))
                .containsExactly(
                        new DayBalance(LocalDate.parse("2026-11-28"), 100, 0),
                        new DayBalance(LocalDate.parse("2026-11-29"), 120, 20));
    }

    /** Its transaction was open when the day was closed. */
    @Test
    void anEntryThatCommitsLateCountsToTheNextDay() {
        books.on("2026-11-28", "08:00").posts("a", 100);
        books.on("2026-11-29", "08:00").closesAll();
        books.on("2026-11-28", "23:59").posts("late", 7);

        assertThat(books.onDay("2026-11-28", Account.ALIPAY))
                .as("what is closed stays")
                .isEqualTo(100);
        assertThat(books.onDay("2026-11-29", Account.ALIPAY)).isEqualTo(107);

        books.on("2026-11-30", "08:00").closesAll();

        assertThat(books.onDay("2026-11-28", Account.ALIPAY)).isEqualTo(100);
        assertThat(books.onDay("2026-11-29", Account.ALIPAY)).isEqualTo(107);
        assertThat(books.numbers()).containsExactly("a 2026-1", "late 2026-2");
    }

    @Test
    void twoNodesCloseADayOnce() {
        books.on("2026-11-28", "08:00").posts("a", 100).posts("b", 1);
        var other = Books.at(database).on("2026-11-29", "08:00");
        books.on("2026-11-29", "08:00");

        assertThat(atOnce(books::closesNext, other::closesNext))
                .containsExactlyInAnyOrder(LocalDate.parse("2026-11-28"), null);

        assertThat(books.numbers()).containsExactly("a 2026-1", "b 2026-2");
        assertThat(books.onDay("2026-11-28", Account.ALIPAY)).isEqualTo(101);
    }

    @Test
    void whatIsClosedIsNeverChanged() {
        books.on("2026-11-28", "08:00").posts("a", 100);
        books.on("2026-11-29", "08:00").closesAll();

        assertThatThrownBy(() -> books.jdbc.update("update ledger_balance set balance_fen = 0"))
                .hasStackTraceContaining("the ledger is never changed");
        assertThatThrownBy(() -> books.jdbc.update("delete from ledger_day"))
                .hasStackTraceContaining("the ledger is never changed");
        assertThatThrownBy(() -> books.jdbc.update("update ledger_entry set entry_no = 9"))
                .hasStackTraceContaining("the ledger is never changed");
    }

    @Test
    void entriesAreFoundByNumberAccountAndDay() {
        books.on("2026-11-27", "08:00").posts("a", 100);
        books.on("2026-11-28", "08:00").posts("b", 20);
        books.on("2026-11-30", "08:00").closesAll();
        books.posts("c", 3);
        var day = LocalDate.parse("2026-11-28");

        assertThat(references(new EntryFilter(null, "2026-0000002", null, null, null)))
                .containsExactly("b");
        assertThat(references(new EntryFilter(null, null, Account.BANK, day, null)))
                .containsExactly("c", "b");
        assertThat(references(new EntryFilter(null, null, Account.BANK, null, day)))
                .containsExactly("b", "a");
        assertThat(references(new EntryFilter(null, null, Account.WECHAT, null, null)))
                .isEmpty();
        assertThat(references(new EntryFilter(null, null, null, day, day))).containsExactly("b");
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 7; i++) {
            books.on("2026-11-27", "08:0" + i / 3).posts("n" + i, 1);
        }

        for (var filter : new EntryFilter[] {EntryFilter.ALL, new EntryFilter(null, null, Account.BANK, null, null)}) {
            var first = books.entries.page(filter, null, 3);
            var second = books.entries.page(filter, first.next(), 3);
            var third = books.entries.page(filter, second.next(), 3);
            assertThat(first.items()).extracting(LedgerEntry::reference).containsExactly("n6", "n5", "n4");
            assertThat(second.items()).extracting(LedgerEntry::reference).containsExactly("n3", "n2", "n1");
            assertThat(third.items()).extracting(LedgerEntry::reference).containsExactly("n0");
            assertThat(third.next()).isNull();
        }
    }

    private List<String> references(EntryFilter filter) {
        var found = new ArrayList<String>();
        books.inTransaction(() -> {
            books.entries.forEach(filter, entry -> {
                assertThat(entry.lines()).hasSize(2);
                found.add(0, entry.reference());
            });
            return found;
        });
        assertThat(books.entries.page(filter, null, 10).items())
                .extracting(LedgerEntry::reference)
                .containsExactlyElementsOf(found);
        return found;
    }
}
