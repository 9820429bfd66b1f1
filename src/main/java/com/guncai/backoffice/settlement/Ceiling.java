package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.ClosedEntries;
import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much of what PICC pays in a calendar year at the most is used, and will be. */
@Service
@Transactional
class Ceiling {
    /** Of which managers are told, once a year each. */
    static final List<Integer> ALARMS = List.of(80, 95);

    private final ClosedEntries ledger;
    private final SettlementProperties properties;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Ceiling(ClosedEntries ledger, SettlementProperties properties, JdbcTemplate jdbc, Clock clock) {
        this.ledger = ledger;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As of now, what is not settled yet included. */
    @Transactional(readOnly = true)
    public Use use() {
        var today = BusinessTime.today(clock);
        var begin = today.withDayOfYear(1);
        var used = ledger.claimedFen(begin, today);
        var first = ledger.first();
        return new Use(
                today.getYear(),
                properties.ceilingFen(),
                used,
                forecast(used, first == null || first.isBefore(begin) ? begin : first, today));
    }

    /** Of the year of a statement, at its month's end. */
    static long forecast(Statement statement) {
        var end = statement.lastDay();
        return forecast(statement.usedFen(), end.withDayOfYear(1), end);
    }

    /** As if every day left were as the days since then were on average. */
    static long forecast(long usedFen, LocalDate since, LocalDate today) {
        var days = Math.max(1, ChronoUnit.DAYS.between(since, today) + 1);
        var left = today.lengthOfYear() - today.getDayOfYear();
        return usedFen + Math.round((double) usedFen * left / days);
    }

    /**
     * Notes each share that is reached and was not before. Of two that note one at once the database lets one.
     *
     * @return the numbers of the cases in which managers are told
     */
    List<String> reach() {
        var use = use();
        var reached = new ArrayList<String>();
        for (var percent : ALARMS) {
            if (use.usedFen() >= use.ceilingFen() / 100 * percent && isNew(use, percent)) {
                reached.add("CEILING-" + use.year() + "-" + percent);
            }
        }
        return reached;
    }

    private boolean isNew(Use use, int percent) {
        return jdbc.update(
                        """
                        insert into settlement_alarm (book_year, percent, used_fen, raised_at)
                        select ?, ?, ?, cast(? as timestamp with time zone)
                        where not exists (select 1 from settlement_alarm where book_year = ? and percent = ?)""",
                        use.year(),
                        percent,
                        use.usedFen(),
                        Timestamp.from(BusinessTime.now(clock)),
                        use.year(),
                        percent)
                == 1;
    }

    /** @param forecastFen at the year's end */
    record Use(int year, long ceilingFen, long usedFen, long forecastFen) {
        /** Whole percent, rounded down. */
        long usedPercent() {
            return usedFen * 100 / ceilingFen;
        }
    }
}
