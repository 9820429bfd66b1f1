package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes days: what was posted until a day's end gets its numbers, without gaps in a year, and each account its balance. Nodes
 * take turns by a row that nobody needs who posts. An entry that commits after its day is closed counts to the next.
 */
@Component
class LedgerClosing {
    private final JdbcTemplate jdbc;
    private final LedgerHistory history;
    private final LedgerProperties properties;
    private final Clock clock;

    LedgerClosing(JdbcTemplate jdbc, LedgerHistory history, LedgerProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    /** Posts what is older than the ledger, unless that was done. */
    @Transactional
    public void postHistoryOnce() {
        if (lock() == null) {
            postHistory();
        }
    }

    /** As {@link #postHistoryOnce}, whether or not it was done; what is posted already stays as it is. */
    @Transactional
    public long postHistory() {
        lock();
        var told = history.post(lastClosed());
        jdbc.update("update ledger_closing set history_posted_at = ?", Timestamp.from(BusinessTime.now(clock)));
        return told;
    }

    /**
     * Closes the next day that is over.
     *
     * @return that day; {@code null} when there is none
     */
    @Transactional
    public @Nullable LocalDate closeNext() {
        lock();
        var last = lastClosed();
        var day = last == null ? firstDay() : last.plusDays(1);
        var over = BusinessTime.local(clock.instant().minus(properties.closeAfter()))
                .toLocalDate();
        if (day == null || !day.isBefore(over)) {
            return null;
        }
        close(day, last);
        return day;
    }

    private void close(LocalDate day, @Nullable LocalDate last) {
        var firstNo =
                number("select coalesce(max(entry_no), 0) + 1 from ledger_entry where book_year = ?", day.getYear());
        var entries = jdbc.update(
                """
                merge into ledger_entry e using (
                    select id, row_number() over (order by at, id) - 1 as place from ledger_entry
                    where closed_on is null and at < ?) n
                on (e.id = n.id)
                when matched then update set closed_on = ?, book_year = ?, entry_no = n.place + ?""",
                Timestamp.from(BusinessTime.startOf(day.plusDays(1))),
                day,
                day.getYear(),
                firstNo);
        jdbc.update(
                "insert into ledger_day (closed_on, closed_at, book_year, first_no, entries) values (?, ?, ?, ?, ?)",
                day,
                Timestamp.from(BusinessTime.now(clock)),
                day.getYear(),
                firstNo,
                entries);
        jdbc.update(
                """
                insert into ledger_balance (closed_on, account, balance_fen, moved_fen)
                select cast(? as date), account, sum(balance), sum(moved) from (
                    select account, balance_fen as balance, cast(0 as bigint) as moved from ledger_balance where closed_on = ?
                    union all
                    select l.account, l.amount_fen, l.amount_fen
                    from ledger_entry e join ledger_line l on l.entry_id = e.id where e.closed_on = ?) moved
                group by account""",
                day,
                last == null ? day : last,
                day);
        var sum = number("select coalesce(sum(moved_fen), 0) from ledger_balance where closed_on = ?", day);
        if (sum != 0) {
            throw new IllegalStateException("the entries of " + day + " add up to " + sum + " fen, not to zero");
        }
    }

    private long number(String sql, Object value) {
        var found = jdbc.queryForObject(sql, Long.class, value);
        return found == null ? 0 : found;
    }

    /** When the history was posted. */
    private @Nullable Timestamp lock() {
        return jdbc.queryForObject(
                "select history_posted_at from ledger_closing where id = 1 for update",
                (row, number) -> row.getTimestamp(1));
    }

    private @Nullable LocalDate lastClosed() {
        return jdbc.queryForObject("select max(closed_on) from ledger_day", LocalDate.class);
    }

    private @Nullable LocalDate firstDay() {
        var first = jdbc.queryForObject("select min(at) from ledger_entry where closed_on is null", Timestamp.class);
        return first == null ? null : BusinessTime.local(first.toInstant()).toLocalDate();
    }
}
