package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Balances by account and day: those of the last closed day, and what was posted since. What a day costs to ask for does not
 * depend on how long the ledger is, only on how many entries are not closed yet.
 */
@Service
@Transactional(readOnly = true)
public class LedgerBalances {
    private static final String ON =
            """
            select account, sum(fen) from (
                select account, balance_fen as fen from ledger_balance
                where closed_on = (select max(closed_on) from ledger_day where closed_on <= ?)
                union all
                select l.account, l.amount_fen from ledger_entry e join ledger_line l on l.entry_id = e.id
                where e.closed_on is null and e.at < ?
                  and not exists (select 1 from ledger_day where closed_on >= ?)
            ) moved group by account""";

    private final JdbcTemplate jdbc;

    LedgerBalances(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What each account that was ever used has at the end of a day, in fen. The sum is zero. */
    public Map<Account, Long> on(LocalDate day) {
        var balances = new TreeMap<Account, Long>();
        jdbc.query(
                ON,
                row -> {
                    balances.put(Account.parse(row.getString(1)), row.getLong(2));
                },
                day,
                Timestamp.from(BusinessTime.startOf(day.plusDays(1))),
                day);
        return balances;
    }

    /** An account's balance at the end of each closed day, the earliest first. */
    public List<DayBalance> history(Account account, LocalDate from, LocalDate to) {
        return jdbc.query(
                """
                select closed_on, balance_fen, moved_fen from ledger_balance
                where account = ? and closed_on between ? and ? order by closed_on""",
                (row, number) -> new DayBalance(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)),
                account.code(),
                from,
                to);
    }

    /**
     * @param balanceFen at its end
     * @param movedFen how much it moved on that day
     */
    public record DayBalance(LocalDate day, long balanceFen, long movedFen) {}
}
